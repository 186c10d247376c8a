// SPDX-License-Identifier: BSL-1.0
#include "domain/contact.hpp"

#include <algorithm>

namespace extsrc::domain {
namespace {

constexpr std::array<std::string_view, 3> type_names{"Ephemeral", "Identified", "Curated"};

// Phone fields are normalised when they are written, so no region is needed any more.
constexpr std::string_view no_region = "ZZ";

void add_carried(std::vector<identifier>& carried, identifier_type type, std::string_view value) {
    auto made = make_identifier(type, std::nullopt, value, no_region);
    if (made && std::find(carried.begin(), carried.end(), *made) == carried.end()) carried.push_back(std::move(*made));
}

}  // namespace

std::string_view to_string(contact_type type) {
    return type_names[static_cast<std::size_t>(type)];
}

std::optional<contact_type> contact_type_from(std::string_view name) {
    const auto found = std::find(type_names.begin(), type_names.end(), name);
    if (found == type_names.end()) return std::nullopt;
    return static_cast<contact_type>(found - type_names.begin());
}

std::vector<identifier> carried_identifiers(const contact_profile& profile) {
    std::vector<identifier> carried;
    for (const auto& phone : profile.phones)
        if (phone) add_carried(carried, identifier_type::phone, phone->e164.empty() ? phone->display : phone->e164);
    for (const auto& email : profile.emails)
        if (!email.empty()) add_carried(carried, identifier_type::email, email);
    return carried;
}

}  // namespace extsrc::domain
