// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/identifier.hpp"

#include <string_view>
#include <vector>

namespace extsrc::domain {

/// The identifiers a reverse look-up asks for: an e-mail address, a readable phone number, or a Twitter screen name with or
/// without its @. A text that reads as several stands for each of them; never empty.
/// @param phone_region region of phone numbers without a country code   @param field name to report
/// @return errc::invalid for a text that is none of these
[[nodiscard]] result<std::vector<identifier>> read_lookup_value(std::string_view text, std::string_view phone_region,
                                                                std::string_view field);

}  // namespace extsrc::domain
