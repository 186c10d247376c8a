// SPDX-License-Identifier: BSL-1.0
#include "identity/contact_book.hpp"

#include <utility>

namespace extsrc::identity {

using domain::contact;
using domain::contact_id;
using domain::result;

domain::error no_such_contact() {
    return domain::failure(domain::errc::not_found, "There is no such contact.");
}

contact_book::contact_book(storage::transaction& open, domain::organization_id organization, domain::timestamp now)
    : open_(open), organization_(std::move(organization)), now_(now), contacts_(open) {}

association contact_book::associations_of(const contact& person) {
    return {open_, {organization_, person.division}, person.id, now_};
}

result<contact> contact_book::find(const contact_id& id) {
    auto person = contacts_.find_canonical(organization_, id);
    if (!person) return no_such_contact();
    return std::move(*person);
}

result<contact> contact_book::create(contact person, const external_ids& wanted) {
    person.id = contact_id::random();
    person.created_at = person.modified_at = now_;
    contacts_.insert(organization_, person);
    auto own = associations_of(person);
    own.carry({}, domain::carried_identifiers(person.profile));
    if (wanted)
        if (auto replaced = own.replace_external_ids(*wanted); !replaced) return replaced.error();
    return person;
}

result<contact> contact_book::replace(const contact_id& id, domain::contact_profile profile, const external_ids& wanted) {
    auto person = find(id);
    if (!person) return person;
    domain::keep_unchanged_phones(profile, person->profile);
    const auto carried = domain::carried_identifiers(person->profile);
    person->profile = std::move(profile);
    person->modified_at = now_;
    contacts_.update(organization_, *person);
    auto own = associations_of(*person);
    own.carry(carried, domain::carried_identifiers(person->profile));
    if (wanted)
        if (auto replaced = own.replace_external_ids(*wanted); !replaced) return replaced.error();
    return person;
}

result<contact> contact_book::promote(const contact_id& id) {
    auto person = find(id);
    if (!person || person->type == domain::contact_type::curated) return person;
    person->type = domain::contact_type::curated;
    person->expires_at.reset();
    person->modified_at = now_;
    contacts_.update(organization_, *person);
    return person;
}

result<void> contact_book::remove(const contact_id& id) {
    const auto person = find(id);
    if (!person) return person.error();
    associations_of(*person).surrender();
    for (const auto& member : contacts_.merge_set(person->id))
        if (member.id != person->id) contacts_.remove(organization_, member.id);
    contacts_.remove(organization_, person->id);
    return {};
}

}  // namespace extsrc::identity
