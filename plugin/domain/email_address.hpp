// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace extsrc::domain {

/// Code points of an e-mail field of a contact; as an identifier's value it is held to identifier::max_value.
inline constexpr std::size_t max_email_length = 256;

/// The address as typed, trimmed, once it is known to be one: one @ with something before it, a domain name after it, no
/// white space outside quotation marks. @param field name to report
[[nodiscard]] result<std::string> parse_email(std::string_view text, std::string_view field);

/// Normal form for matching: the domain by IDNA in lower-case ASCII, the local part in lower case. Expects what parse_email
/// accepted.
[[nodiscard]] std::string normal_email(std::string_view address);

}  // namespace extsrc::domain
