// SPDX-License-Identifier: BSL-1.0
#include "identity/resolve_step.hpp"

#include "identity/association.hpp"
#include "storage/contact_repository.hpp"
#include "storage/interaction_repository.hpp"
#include "storage/source_repository.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace extsrc::identity {
namespace {

using domain::identifier;
using domain::identifier_type;
using domain::outcome;
using storage::identifier_owner;

// Several contacts may own one identifier each; the most trusted type decides, then the age of the contact.
const identifier_owner& preferred(const std::vector<identifier_owner>& owners) {
    const auto order = [](const identifier_owner& owner) {
        return std::tuple(domain::resolution_rank(owner.value.type), owner.contact_created_at, owner.contact.text());
    };
    return *std::min_element(owners.begin(), owners.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
}

std::size_t distinct_contacts(const std::vector<identifier_owner>& owners) {
    std::vector<std::string> ids;
    ids.reserve(owners.size());
    for (const auto& owner : owners) ids.push_back(owner.contact.text());
    std::sort(ids.begin(), ids.end());
    return static_cast<std::size_t>(std::unique(ids.begin(), ids.end()) - ids.begin());
}

int position_of(const domain::interaction& arrived, const std::optional<identifier>& value) {
    for (const auto& presented : arrived.identifiers)
        if (value && presented.value == *value) return static_cast<int>(presented.position);
    return -1;
}

}  // namespace

resolve_step::resolve_step(storage::transaction& open, const domain::interaction& arrived, domain::timestamp now)
    : open_(open), arrived_(arrived), now_(now), where_{arrived.organization, arrived.division} {
    for (const auto& one : arrived.identifiers) presented_.push_back(one.value);
}

std::optional<resolution> resolve_step::recall() {
    storage::interaction_repository interactions(open_);
    const auto linked = interactions.link(arrived_.organization, arrived_.id);
    if (!linked) return std::nullopt;
    const auto person = storage::contact_repository(open_).find_canonical(arrived_.organization, *linked);
    if (!person) return std::nullopt;
    const auto earlier = interactions.decision(arrived_.organization, arrived_.id);

    resolution known;
    known.made = {outcome::matched, person->id, person->type, {}, "The interaction was linked to this contact before."};
    if (earlier) known.made.matched = earlier->matched;
    known.matched_position = position_of(arrived_, known.made.matched);
    known.profile_url = profile_url(person->id);
    return known;
}

resolution resolve_step::run() {
    if (auto known = recall()) return std::move(*known);
    if (presented_.empty()) return leave("The interaction carries no identifier to go by.");
    const auto owners = storage::identifier_repository(open_).owners(where_, presented_);
    return owners.empty() ? create() : match(preferred(owners), distinct_contacts(owners));
}

resolution resolve_step::match(const identifier_owner& owner, std::size_t owners) {
    resolution made;
    std::string reason = "The " + std::string(domain::to_string(owner.value.type)) + " belongs to this contact.";
    if (owners > 1)
        reason += " " + std::to_string(owners) +
                  " contacts own identifiers of the interaction; this one by the order of trust, then age.";
    made.made = {outcome::matched, owner.contact, owner.type, owner.value, std::move(reason)};
    made.matched_position = position_of(arrived_, owner.value);
    association(open_, where_, owner.contact, now_).adopt(presented_);
    storage::contact_repository(open_).renew(owner.contact, arrived_.occurred_at + domain::unpromoted_life_us);
    record(made);
    return made;
}

// Identifiers of a new contact: external IDs only where the source takes new associations.
std::vector<identifier> resolve_step::associable() const {
    std::vector<identifier> usable;
    storage::source_repository sources(open_);
    for (const auto& value : presented_)
        if (!value.source || sources.state(arrived_.organization, *value.source) == storage::source_state::active)
            usable.push_back(value);
    return usable;
}

resolution resolve_step::create() {
    const auto usable = associable();
    if (usable.empty())
        return leave(
            "Nobody owns the external ID, and its external source is disabled or unknown, so that no new contact can be "
            "associated.");
    domain::contact person;
    person.id = domain::contact_id::random();
    person.division = arrived_.division;
    person.type = domain::contact_type::ephemeral;
    person.created_at = person.modified_at = now_;
    person.expires_at = arrived_.occurred_at + domain::unpromoted_life_us;
    storage::contact_repository(open_).insert(arrived_.organization, person);
    association(open_, where_, person.id, now_).adopt(usable);

    resolution made;
    made.made = {outcome::created,
                 person.id,
                 person.type,
                 {},
                 "Nobody owns an identifier of the interaction; made an Ephemeral contact."};
    record(made);
    return made;
}

resolution resolve_step::leave(std::string reason) {
    resolution made;
    made.made = {outcome::unresolved, {}, {}, {}, std::move(reason)};
    storage::interaction_repository(open_).put_decision(arrived_, made.made, now_);
    return made;
}

void resolve_step::record(resolution& made) {
    storage::interaction_repository interactions(open_);
    interactions.insert_link(arrived_, *made.made.contact);
    interactions.put_decision(arrived_, made.made, now_);
    made.profile_url = profile_url(*made.made.contact);
}

std::string resolve_step::profile_url(const domain::contact_id& contact) {
    storage::identifier_repository identifiers(open_);
    storage::source_repository sources(open_);
    for (const auto& value : presented_) {
        if (value.type != identifier_type::external_id || identifiers.owner(where_, value) != contact) continue;
        const auto source = sources.find(arrived_.organization, *value.source);
        if (source && source->link) return source->link->expand(value.value);
    }
    return {};
}

}  // namespace extsrc::identity
