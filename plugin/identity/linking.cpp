// SPDX-License-Identifier: BSL-1.0
#include "identity/linking.hpp"

#include "identity/contact_book.hpp"
#include "storage/interaction_repository.hpp"

#include <utility>

namespace extsrc::identity {
namespace {

domain::interaction to_interaction(const named_interaction& named, const domain::organization_id& organization,
                                   domain::timestamp at) {
    return {named.id, organization, {}, named.channel, at, {}};
}

}  // namespace

linking::linking(storage::transaction& open, domain::organization_id organization, std::string principal, domain::timestamp now)
    : open_(open),
      organization_(std::move(organization)),
      principal_(principal.empty() ? std::string(unnamed_agent) : std::move(principal)),
      now_(now) {}

domain::result<domain::contact> linking::associate(const named_interaction& named, const domain::contact_id& contact) {
    auto person = contact_book(open_, organization_, now_).promote(contact);
    if (!person) return person;
    storage::interaction_repository interactions(open_);
    if (!interactions.move_link(organization_, named.id, person->id))
        interactions.insert_link(to_interaction(named, organization_, now_), person->id);
    domain::decision made{
        domain::outcome::matched, person->id, person->type, {}, "An agent linked the interaction to this contact."};
    record(named, std::move(made));
    open_.note(storage::change_kind::contact, organization_, person->id.text());
    return person;
}

domain::result<void> linking::unlink(const named_interaction& named) {
    storage::interaction_repository interactions(open_);
    const auto linked = interactions.link(organization_, named.id);
    if (!linked) return domain::failure(domain::errc::not_found, "The interaction is linked to no contact.");
    interactions.remove_link(organization_, named.id);
    record(named, {domain::outcome::unresolved, {}, {}, {}, "An agent took the interaction away from its contact."});
    open_.note(storage::change_kind::contact, organization_, linked->text());
    return {};
}

void linking::record(const named_interaction& named, domain::decision made) {
    made.decided_by = principal_;
    storage::interaction_repository(open_).put_decision(to_interaction(named, organization_, now_), made, now_);
}

}  // namespace extsrc::identity
