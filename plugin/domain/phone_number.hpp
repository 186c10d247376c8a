// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace extsrc::domain {

/// A phone number as a contact shows it. Contract: PhoneNumber; the last three are the server's to write.
struct phone_number {
    static constexpr std::size_t max_length = 255;  ///< code points of `display`, as an identifier's value

    std::string display;
    std::optional<std::int64_t> extension;
    std::optional<bool> accepts_sms;
    std::string normalization_country_code;  ///< region such as "US", or a calling code; empty for the default
    std::string user_input;
    std::string e164;          ///< empty when the number could not be read
    std::string country_code;  ///< region such as "US"; empty when the number could not be read

    bool operator==(const phone_number&) const = default;
};

/// Reads `number.display` and rewrites the number as the contract says: international `display`, `e164`, `countryCode`, and
/// what the caller typed in `userInput`. A number that cannot be read stays as typed, without `e164`.
/// @param field name to report   @param default_region ISO 3166 region for numbers without a country code
[[nodiscard]] result<phone_number> normalise_phone(phone_number number, std::string_view field,
                                                   std::string_view default_region);

/// E.164 form, or nothing when the text is no phone number in that region. [any thread]
[[nodiscard]] std::optional<std::string> to_e164(std::string_view text, std::string_view default_region);

/// E.164 form of a text that is nothing but a number as people write it: digits with a plus, blanks, parentheses, dashes, dots
/// and slashes among them. to_e164 also finds the number in "Ada 317 555 0142". [any thread]
[[nodiscard]] std::optional<std::string> dialled_e164(std::string_view text, std::string_view default_region);

/// Whether phone numbers of this region are known, for checking configuration.
[[nodiscard]] bool is_phone_region(std::string_view region);

}  // namespace extsrc::domain
