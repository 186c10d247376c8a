// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/transaction.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace extsrc::storage {

/// A contact of a merge set.
struct merge_member {
    domain::contact_id id;
    domain::contact_id merged_to;  ///< empty for the canonical contact
};

/// A contact whose time is up.
struct expired_contact {
    domain::organization_id organization;
    domain::contact_id id;
};

/// Contacts with their profile; what they hold of identifiers is identifier_repository's.
class contact_repository {
public:
    explicit contact_repository(transaction& open) : open_(open) {}

    /// The contact as it is stored, even if it was merged away.
    [[nodiscard]] std::optional<domain::contact> find(const domain::organization_id& organization,
                                                      const domain::contact_id& id);
    /// The contact that answers for an id: the canonical one of its merge set, or itself.
    [[nodiscard]] std::optional<domain::contact> find_canonical(const domain::organization_id& organization,
                                                                const domain::contact_id& id);

    void insert(const domain::organization_id& organization, const domain::contact& person);
    /// Replaces profile, type, expiry and modification time.
    void update(const domain::organization_id& organization, const domain::contact& person);
    /// Removes the contact with everything recorded under its id, links included. Release its identifiers first, so that they
    /// pass on.
    void remove(const domain::organization_id& organization, const domain::contact_id& id);

    /// Moves the expiry of an Ephemeral or Identified contact, never back.
    void renew(const domain::contact_id& id, domain::timestamp expires_at);
    /// Makes an Ephemeral contact Identified, and leaves others as they are.
    void identify(const domain::organization_id& organization, const domain::contact_id& id);

    /// Everyone whose canonical contact this is, itself included; nobody for a contact that never took part in a merge.
    [[nodiscard]] std::vector<merge_member> merge_set(const domain::contact_id& canonical);
    /// Makes `member` answer as `canonical` from now on.
    void set_canonical(const domain::organization_id& organization, const domain::contact_id& member,
                       const domain::contact_id& canonical);
    /// Marks a contact as merged into another one, so that it neither lives nor expires by itself, nor is found by searches.
    void set_merged_to(const domain::organization_id& organization, const domain::contact_id& id,
                       const domain::contact_id& into);

    /// Live contacts in the order of their ids. @param division nothing for all of the organization
    /// @param after start after this id; empty for the beginning
    [[nodiscard]] std::vector<domain::contact> scan(const domain::organization_id& organization,
                                                    const std::optional<domain::division_id>& division,
                                                    const std::string& after, std::size_t limit);

    /// Contacts whose expiry lies before `now`, of all organizations, in no particular order.
    [[nodiscard]] std::vector<expired_contact> expired(domain::timestamp now, std::size_t limit);

private:
    transaction& open_;
};

}  // namespace extsrc::storage
