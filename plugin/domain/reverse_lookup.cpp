// SPDX-License-Identifier: BSL-1.0
#include "domain/reverse_lookup.hpp"

#include "domain/phone_number.hpp"
#include "domain/unicode_text.hpp"

#include <algorithm>
#include <string>

namespace extsrc::domain {
namespace {

// The contract's ^@?[A-Za-z0-9_]+$, without the @.
std::string_view screen_name(std::string_view text) {
    if (text.starts_with('@')) text.remove_prefix(1);
    const auto allowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return std::all_of(text.begin(), text.end(), allowed) ? text : std::string_view();
}

}  // namespace

result<std::vector<identifier>> read_lookup_value(std::string_view text, std::string_view phone_region,
                                                  std::string_view field) {
    const std::string name(field);
    const auto line = single_line(field, text, identifier::max_value);
    if (!line) return line.error();
    if (line->empty()) return invalid_field(name, "value.required", name + " is empty.");
    std::vector<identifier> wanted;
    if (auto email = make_identifier(identifier_type::email, std::nullopt, *line, phone_region))
        wanted.push_back(std::move(*email));
    if (auto e164 = dialled_e164(*line, phone_region))
        wanted.push_back({identifier_type::phone, std::nullopt, std::move(*e164)});
    if (const auto handle = screen_name(*line); !handle.empty())
        wanted.push_back({identifier_type::social_twitter, std::nullopt, std::string(handle)});
    if (wanted.empty())
        return invalid_field(name, "value.invalid", name + " is no e-mail address, phone number or Twitter screen name.");
    return wanted;
}

}  // namespace extsrc::domain
