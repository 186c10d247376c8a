// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace extsrc::domain {

/// The values under which something may be stored that somebody writes as `text`, whatever its type: as typed first, then the
/// normal forms of all it reads as, without repetition. An e-mail address has one; a phone number E.164, and that without the
/// plus, as WhatsApp has it, also where the country code was typed without one; a handle goes without its @.
/// @param phone_region region of phone numbers without a country code
[[nodiscard]] std::vector<std::string> identifier_readings(std::string_view text, std::string_view phone_region);

}  // namespace extsrc::domain
