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

template <class Test>
std::optional<identifier_owner> first_that(const std::vector<identifier_owner>& owners, Test test) {
    const auto found = std::find_if(owners.begin(), owners.end(), test);
    return found == owners.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

verdict judgement::pass() {
    if (coming_.presented().empty()) return {action::leave, nothing_to_go_by(coming_)};
    owners_ = storage::identifier_repository(open_).owners(coming_.where(), coming_.presented());
    valid_source_ = (coming_.signed_in() || coming_.merges()) && source_is_valid();
    if (coming_.signed_in())
        if (auto passed = pass_on_signed_in()) return std::move(*passed);
    if (coming_.merges())
        if (const auto found = anchor()) return match_or_merge(*found);
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

// The ID the visitor signed in with outweighs all else. Its owner is known whatever became of the source; only a valid source
// can say who the visitor is not.
std::optional<verdict> judgement::pass_on_signed_in() {
    const auto& source = coming_.rules().source;
    const auto id = source ? coming_.external_id_of(*source) : std::nullopt;
    if (!id) return std::nullopt;
    if (const auto owner = owner_of(*id)) return match_or_merge(*owner);
    if (!valid_source_) return std::nullopt;
    const auto candidates = without_other_people(*id);
    if (candidates.empty() && !owners_.empty())
        return verdict{action::create,
                       "Nobody owns the signed-in ID, and who owns other identifiers has another ID of the external source"};
    return pass_on(candidates);
}

verdict judgement::match_or_merge(const identifier_owner& anchor) {
    verdict passed{action::match, belongs(anchor), anchor};
    if (!coming_.merges() || distinct_contacts(owners_) == 1) return passed;
    if (!has_merge_ground(anchor)) {
        passed.reason += " Other owners were not merged with it, since nothing the interaction carries may be merged on.";
        return passed;
    }
    auto company = find_company(open_, anchor, owners_, coming_.presented());
    if (!company.joining.empty()) {
        passed.what = action::merge;
        passed.reason += " Contacts that own other identifiers of the interaction were merged with it.";
        passed.with = std::move(company.joining);
    }
    passed.reason += company.left_out;
    return passed;
}

bool judgement::has_merge_ground(const identifier_owner& anchor) const {
    if (valid_source_) return anchor.value.source == coming_.rules().source;
    return first_of(identifier_type::email) || first_of(identifier_type::phone);
}

bool judgement::source_is_valid() const {
    const auto& source = coming_.rules().source;
    return source &&
           storage::source_repository(open_).state(coming_.where().organization, *source) == storage::source_state::active;
}

std::optional<identifier_owner> judgement::anchor() const {
    if (auto by_id = owner_by_external_id()) return by_id;
    if (valid_source_) return std::nullopt;
    const auto by_email = first_of(identifier_type::email);
    return by_email ? by_email : first_of(identifier_type::phone);
}

std::optional<identifier_owner> judgement::owner_by_external_id() const {
    if (const auto& source = coming_.rules().source)
        if (auto own = first_that(owners_, [&](const auto& one) { return one.value.source == source; })) return own;
    return first_of(identifier_type::external_id);
}

std::optional<identifier_owner> judgement::owner_of(const identifier& value) const {
    return first_that(owners_, [&](const auto& one) { return one.value == value; });
}

std::optional<identifier_owner> judgement::first_of(identifier_type type) const {
    return first_that(owners_, [&](const auto& one) { return one.value.type == type; });
}

judgement::owners judgement::without_other_people(const identifier& id) const {
    const ids_by_source named{{*id.source, {id.value}}};
    owners candidates = owners_;
    std::erase_if(candidates, [&](const auto& one) { return another_person(named, ids_of(open_, one.contact)); });
    return candidates;
}

}  // namespace extsrc::identity
