// SPDX-License-Identifier: BSL-1.0
#include "identity/arrival.hpp"

#include "domain/phone_number.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace extsrc::identity {
namespace {

using domain::identifier;
using domain::identifier_type;

bool on_web(const domain::interaction& from) {
    return domain::configuration_channel(from.channel) == domain::web_messaging;
}

// Nothing for a WhatsApp account without a number.
std::optional<identifier> phone_of(const identifier& whatsapp) {
    // A number with its country code needs no region.
    constexpr std::string_view no_region = "ZZ";
    const std::string number = "+" + whatsapp.value;
    if (domain::to_e164(number, no_region) != number) return std::nullopt;
    return identifier{identifier_type::phone, std::nullopt, number};
}

}  // namespace

arrival::arrival(const domain::interaction& from, domain::channel_resolution rules)
    : from_(from), rules_(std::move(rules)), where_{from.organization, from.division} {
    if (rules_.division != domain::division_id()) where_.division = rules_.division;
    for (const auto& one : from.identifiers) take(one.position, one.value);
    take_sourceless();
    if (from.channel == "whatsapp") take_phone_of_whatsapp();
}

// Keeps the order of positions.
void arrival::take(std::size_t position, const identifier& value) {
    const auto after = std::upper_bound(positions_.begin(), positions_.end(), position);
    presented_.insert(presented_.begin() + (after - positions_.begin()), value);
    positions_.insert(after, position);
}

void arrival::take_sourceless() {
    if (!rules_.source) return;
    for (const auto& one : from_.sourceless_ids) take(one.position, {identifier_type::external_id, rules_.source, one.value});
}

void arrival::take_phone_of_whatsapp() {
    const auto is = [](identifier_type type) { return [type](const identifier& one) { return one.type == type; }; };
    if (std::any_of(presented_.begin(), presented_.end(), is(identifier_type::phone))) return;
    const auto account = std::find_if(presented_.begin(), presented_.end(), is(identifier_type::social_whatsapp));
    if (account == presented_.end()) return;
    const auto position = positions_.at(static_cast<std::size_t>(account - presented_.begin()));
    if (const auto phone = phone_of(*account)) take(position, *phone);
}

int arrival::position_of(const std::optional<identifier>& value) const {
    if (!value) return -1;
    const auto found = std::find(presented_.begin(), presented_.end(), *value);
    if (found == presented_.end()) return -1;
    return static_cast<int>(positions_.at(static_cast<std::size_t>(found - presented_.begin())));
}

std::optional<identifier> arrival::external_id_of(const domain::source_id& source) const {
    const auto found =
        std::find_if(presented_.begin(), presented_.end(), [&](const auto& one) { return one.source == source; });
    if (found == presented_.end()) return std::nullopt;
    return *found;
}

bool arrival::signed_in() const {
    return from_.channel == domain::signed_in_web_messaging;
}

bool arrival::merges() const {
    if (!on_web(from_)) return false;
    return signed_in() ? rules_.merges_signed_in : rules_.merges_tracked;
}

domain::contact_type arrival::type_of_new(std::span<const identifier> own) const {
    const auto is_more = [](const identifier& one) { return one.type != identifier_type::cookie; };
    const bool identified = on_web(from_) && std::any_of(own.begin(), own.end(), is_more);
    return identified ? domain::contact_type::identified : domain::contact_type::ephemeral;
}

}  // namespace extsrc::identity
