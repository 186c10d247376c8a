// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::domain {

inline constexpr std::size_t max_query_length = 1000;  ///< code points
inline constexpr std::size_t max_keywords = 10;        ///< of one query, counted as typed

/// What a contact has to have to be found: a word that begins with `word`, or an identifier of one of the `values`.
struct search_keyword {
    std::string word;                 ///< as search_word writes it; never empty
    std::vector<std::string> values;  ///< as typed first, then in the normal forms it reads as, without repetition

    bool operator==(const search_keyword&) const = default;
};

/// Splits a query into its keywords, every one of which a contact has to match; none for a blank query.
/// - White space separates keywords, commas and semicolons at their ends are dropped.
/// - Text between quotation marks is one keyword, taken as typed.
/// - Neighbouring keywords that read as one phone number, "(317) 555-0142", are one keyword, also looked up in E.164.
/// - An e-mail address is also looked up in its normal form, a handle without its @.
/// @param phone_region region of phone numbers without a country code   @param field name to report
/// @return errc::invalid for text that is no single line, too long, of more than max_keywords, or of separators alone
[[nodiscard]] result<std::vector<search_keyword>> read_query(std::string_view text, std::string_view phone_region,
                                                             std::string_view field);

}  // namespace extsrc::domain
