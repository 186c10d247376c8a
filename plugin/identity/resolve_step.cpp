// SPDX-License-Identifier: BSL-1.0
#include "identity/resolve_step.hpp"

#include "identity/association.hpp"
#include "identity/merging.hpp"
#include "storage/contact_repository.hpp"
#include "storage/interaction_repository.hpp"
#include "storage/source_repository.hpp"

#include <utility>

namespace extsrc::identity {
namespace {

using domain::contact_type;
using domain::identifier;
using domain::identifier_type;
using domain::outcome;
using storage::identifier_owner;

resolution without_contact(outcome result, std::string reason) {
    resolution made;
    made.made = {result, {}, {}, {}, std::move(reason)};
    return made;
}

}  // namespace

resolve_step::resolve_step(storage::transaction& open, const arrival& coming, domain::timestamp now)
    : open_(open), coming_(coming), now_(now), organization_(coming.where().organization) {}

std::optional<resolution> resolve_step::recall() {
    storage::interaction_repository interactions(open_);
    const auto linked = interactions.link(organization_, coming_.interaction().id);
    if (!linked) return recall_decision();
    const auto person = storage::contact_repository(open_).find_canonical(organization_, *linked);
    if (!person) return std::nullopt;
    const auto earlier = interactions.decision(organization_, coming_.interaction().id);

    resolution known;
    known.made = {outcome::matched, person->id, person->type, {}, "The interaction was linked to this contact before."};
    if (earlier) known.made.matched = earlier->matched;
    known.matched_position = coming_.position_of(known.made.matched);
    known.profile_url = profile_url(person->id);
    return known;
}

std::optional<resolution> resolve_step::recall_decision() {
    auto earlier = storage::interaction_repository(open_).decision(organization_, coming_.interaction().id);
    // Agents always have a name here (linking.hpp), the resolver none.
    if (!earlier || earlier->decided_by.empty()) return std::nullopt;
    return without_contact(outcome::unresolved, std::move(earlier->reason));
}

resolution resolve_step::run(several_matches several) {
    if (auto known = recall()) return std::move(*known);
    auto passed = judgement(open_, coming_, several).pass();
    switch (passed.what) {
        case verdict::action::match:
            return match(*passed.whom, std::move(passed.reason));
        case verdict::action::merge:
            return merge(passed);
        case verdict::action::create:
            return create(std::move(passed.reason));
        case verdict::action::leave:
            break;
    }
    return leave(std::move(passed.reason));
}

resolution resolve_step::match(const identifier_owner& owner, std::string reason) {
    storage::contact_repository contacts(open_);
    auto type = owner.type;
    if (type == contact_type::ephemeral) {
        contacts.identify(organization_, owner.contact);
        type = contact_type::identified;
    }
    association(open_, coming_.where(), owner.contact, now_).adopt(coming_.presented());
    contacts.renew(owner.contact, coming_.interaction().occurred_at + domain::unpromoted_life_us);
    return record({outcome::matched, owner.contact, type, owner.value, std::move(reason)});
}

resolution resolve_step::merge(const verdict& passed) {
    std::vector<domain::contact_id> ids{passed.whom->contact};
    ids.insert(ids.end(), passed.with.begin(), passed.with.end());
    const auto head = merging(open_, organization_, now_).merge(ids, std::nullopt);
    if (!head)
        return match(*passed.whom, "This contact owns the " + std::string(domain::to_string(passed.whom->value.type)) +
                                       "; it was not merged with the owners of other identifiers: " + head.error().message);
    association(open_, coming_.where(), head->id, now_).adopt(coming_.presented());
    return record({outcome::merged, head->id, head->type, passed.whom->value, passed.reason});
}

// Identifiers of a new contact: external IDs only where the source takes new associations.
std::vector<identifier> resolve_step::associable() const {
    std::vector<identifier> usable;
    storage::source_repository sources(open_);
    for (const auto& value : coming_.presented())
        if (!value.source || sources.state(organization_, *value.source) == storage::source_state::active)
            usable.push_back(value);
    return usable;
}

resolution resolve_step::create(std::string reason) {
    const auto usable = associable();
    if (usable.empty())
        return leave(
            "Nobody owns the external ID, and its external source is disabled or unknown, so that no new contact can be "
            "associated.");
    domain::contact person;
    person.id = domain::contact_id::random();
    person.division = coming_.where().division;
    person.type = coming_.type_of_new(usable);
    person.created_at = person.modified_at = now_;
    person.expires_at = coming_.interaction().occurred_at + domain::unpromoted_life_us;
    storage::contact_repository(open_).insert(organization_, person);
    association(open_, coming_.where(), person.id, now_).adopt(usable);
    const bool ephemeral = person.type == contact_type::ephemeral;
    reason += ephemeral ? "; made an Ephemeral contact." : "; made an Identified contact.";
    return record({outcome::created, person.id, person.type, {}, std::move(reason)});
}

resolution resolve_step::leave(std::string reason) {
    auto made = without_contact(outcome::unresolved, std::move(reason));
    storage::interaction_repository(open_).put_decision(coming_.interaction(), made.made, now_);
    return made;
}

resolution resolve_step::record(domain::decision made) {
    storage::interaction_repository interactions(open_);
    interactions.insert_link(coming_.interaction(), *made.contact);
    interactions.put_decision(coming_.interaction(), made, now_);
    const int position = coming_.position_of(made.matched);
    auto url = profile_url(*made.contact);
    return {std::move(made), position, std::move(url)};
}

std::string resolve_step::profile_url(const domain::contact_id& contact) {
    storage::identifier_repository identifiers(open_);
    storage::source_repository sources(open_);
    for (const auto& value : coming_.presented()) {
        if (value.type != identifier_type::external_id || identifiers.owner(coming_.where(), value) != contact) continue;
        const auto source = sources.find(organization_, *value.source);
        if (source && source->link) return source->link->expand(value.value);
    }
    return {};
}

}  // namespace extsrc::identity
