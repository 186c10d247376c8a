// SPDX-License-Identifier: BSL-1.0
#include "domain/email_address.hpp"

#include "domain/unicode_text.hpp"

namespace extsrc::domain {
namespace {

struct address_parts {
    std::string_view local;
    std::string_view domain;
};

// A quoted local part may hold an @ of its own, so the last one divides.
address_parts split(std::string_view address) {
    const auto at = address.rfind('@');
    if (at == std::string_view::npos) return {address, {}};
    return {address.substr(0, at), address.substr(at + 1)};
}

bool is_address(std::string_view address) {
    const auto [local, domain] = split(address);
    if (local.empty() || domain.empty()) return false;
    const bool quoted = local.size() > 2 && local.front() == '"' && local.back() == '"';
    if (!quoted && (has_white_space(local) || local.find_first_of("@<>,;\"") != std::string_view::npos)) return false;
    return domain_to_ascii(domain).has_value();
}

}  // namespace

result<std::string> parse_email(std::string_view text, std::string_view field) {
    auto line = single_line(field, text, max_email_length);
    if (!line) return line.error();
    if (!is_address(*line))
        return invalid_field(std::string(field), "email.invalid", std::string(field) + " is not an e-mail address.");
    return line;
}

std::string normal_email(std::string_view address) {
    const auto [local, domain] = split(address);
    return to_lower(local) + "@" + domain_to_ascii(domain).value_or(std::string(domain));
}

}  // namespace extsrc::domain
