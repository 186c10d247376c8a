// SPDX-License-Identifier: BSL-1.0
#include "identity/judgement.hpp"

#include "identity/match_choice.hpp"
#include "identity/merge_company.hpp"
#include "identity/same_person.hpp"
#include "storage/source_repository.hpp"

#include <algorithm>
#include <utility>

namespace extsrc::identity {
namespace {

using domain::identifier;
using domain::identifier_type;
using storage::identifier_owner;
using action = verdict::action;

std::string belongs(const identifier_owner& owner) {
    return "The " + std::string(domain::to_string(owner.value.type)) + " belongs to this contact.";
}

std::string nothing_to_go_by(const arrival& coming) {
    if (coming.lacks_source())
        return "The interaction carries an external ID without its source, and none is configured for the integration.";
    return "The interaction carries no identifier to go by.";
}

std::string by_policy(std::size_t contacts, several_matches policy) {
    const auto several = std::to_string(contacts) + " contacts own identifiers of the interaction; ";
    switch (policy) {
        case several_matches::priority:
            return several + "this one by the order of trust, then age.";
        case several_matches::oldest:
            return several + "this one is the oldest.";
        case several_matches::leave:
            break;
    }
    return several + "it is left to the agent.";
}

}  // namespace

verdict judgement::pass() {
    if (coming_.presented().empty()) return {action::leave, nothing_to_go_by(coming_)};
    owners_ = storage::identifier_repository(open_).owners(coming_.where(), coming_.presented());
    const auto source = coming_.signed_in() || coming_.merges() ? valid_source() : std::nullopt;
    if (coming_.signed_in() && source)
        if (const auto id = coming_.external_id_of(*source)) return pass_on_signed_in(*id);
    if (coming_.merges())
        if (const auto found = anchor(source)) return match_or_merge(*found);
    return pass_on(owners_);
}

verdict judgement::pass_on(const owners& candidates) const {
    if (candidates.empty()) return {action::create, "Nobody owns an identifier of the interaction"};
    const auto contacts = distinct_contacts(candidates);
    const auto chosen = choose(candidates, several_);
    if (!chosen) return {action::leave, by_policy(contacts, several_)};
    std::string reason = belongs(*chosen);
    if (contacts > 1) reason += " " + by_policy(contacts, several_);
    return {action::match, std::move(reason), chosen};
}

// The ID the visitor signed in with outweighs all else.
verdict judgement::pass_on_signed_in(const identifier& id) {
    if (const auto owner = owner_of(id)) return match_or_merge(*owner);
    const auto candidates = without_other_people(id);
    if (candidates.empty() && !owners_.empty())
        return {action::create,
                "Nobody owns the signed-in ID, and who owns other identifiers has another ID of the external source"};
    return pass_on(candidates);
}

verdict judgement::match_or_merge(const identifier_owner& anchor) {
    if (!coming_.merges()) return {action::match, belongs(anchor), anchor};
    auto company = find_company(open_, anchor, owners_, coming_.rules().source);
    if (company.joining.empty()) return {action::match, belongs(anchor) + company.left_out, anchor};
    auto reason =
        belongs(anchor) + " Contacts that own other identifiers of the interaction were merged with it." + company.left_out;
    return {action::merge, std::move(reason), anchor, std::move(company.joining)};
}

std::optional<domain::source_id> judgement::valid_source() const {
    const auto& source = coming_.rules().source;
    if (!source) return std::nullopt;
    const auto state = storage::source_repository(open_).state(coming_.where().organization, *source);
    return state == storage::source_state::active ? source : std::nullopt;
}

std::optional<identifier_owner> judgement::anchor(const std::optional<domain::source_id>& source) const {
    if (source) {
        const auto id = coming_.external_id_of(*source);
        return id ? owner_of(*id) : std::nullopt;
    }
    const auto by_email = first_of(identifier_type::email);
    return by_email ? by_email : first_of(identifier_type::phone);
}

std::optional<identifier_owner> judgement::owner_of(const identifier& value) const {
    const auto found = std::find_if(owners_.begin(), owners_.end(), [&](const auto& one) { return one.value == value; });
    return found == owners_.end() ? std::nullopt : std::optional(*found);
}

std::optional<identifier_owner> judgement::first_of(identifier_type type) const {
    const auto found = std::find_if(owners_.begin(), owners_.end(), [&](const auto& one) { return one.value.type == type; });
    return found == owners_.end() ? std::nullopt : std::optional(*found);
}

judgement::owners judgement::without_other_people(const identifier& id) const {
    owners candidates = owners_;
    std::erase_if(candidates,
                  [&](const auto& one) { return another_person({id.value}, ids_under(open_, one.contact, *id.source)); });
    return candidates;
}

}  // namespace extsrc::identity
