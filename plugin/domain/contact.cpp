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

void add_carried_socials(std::vector<identifier>& carried, const contact_profile& profile) {
    const auto add = [&](social_network network, identifier_type type, std::string social_account::*member) {
        const auto& account = profile.social(network);
        if (account && !((*account).*member).empty()) add_carried(carried, type, (*account).*member);
    };
    // Interactions name a Twitter account by either.
    add(social_network::twitter, identifier_type::social_twitter, &social_account::user_id);
    add(social_network::twitter, identifier_type::social_twitter, &social_account::handle);
    add(social_network::line, identifier_type::social_line, &social_account::user_id);
    add(social_network::facebook, identifier_type::social_facebook, &social_account::user_id);
    add(social_network::instagram, identifier_type::social_instagram, &social_account::user_id);
    add(social_network::instagram, identifier_type::social_instagram_handle, &social_account::handle);
    const auto& whatsapp = profile.social(social_network::whatsapp);
    if (whatsapp && whatsapp->number && !whatsapp->number->e164.empty())
        add_carried(carried, identifier_type::social_whatsapp, whatsapp->number->e164);
    for (const auto& value : profile.apple_opaque_ids) add_carried(carried, identifier_type::apple_opaque_id, value);
}

void keep_unchanged(std::optional<phone_number>& next, const std::optional<phone_number>& current) {
    if (!next || !current) return;
    const bool same =
        next->display == current->display && next->normalization_country_code == current->normalization_country_code;
    if (same) next->user_input = current->user_input;
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
    add_carried_socials(carried, profile);
    return carried;
}

void keep_unchanged_phones(contact_profile& next, const contact_profile& current) {
    for (std::size_t i = 0; i < next.phones.size(); ++i) keep_unchanged(next.phones[i], current.phones[i]);
    const auto& account = current.social(social_network::whatsapp);
    auto& next_account = next.social(social_network::whatsapp);
    if (account && next_account) keep_unchanged(next_account->number, account->number);
}

}  // namespace extsrc::domain
