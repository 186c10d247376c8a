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

/// Contacts with their profile; what they hold of identifiers is identifier_repository's.
class contact_repository {
public:
    explicit contact_repository(transaction& open) : open_(open) {}

    [[nodiscard]] std::optional<domain::contact> find(const domain::organization_id& organization,
                                                      const domain::contact_id& id);

    void insert(const domain::organization_id& organization, const domain::contact& person);
    /// Replaces profile and modification time.
    void update(const domain::contact& person);
    /// Removes the contact with everything recorded under its id, links included. Release its identifiers first, so that they
    /// pass on.
    void remove(const domain::organization_id& organization, const domain::contact_id& id);

    /// Moves the expiry of an Ephemeral or Identified contact, never back.
    void renew(const domain::contact_id& id, domain::timestamp expires_at);

    /// Contacts of one division in the order of their ids. @param after start after this id; empty for the beginning
    [[nodiscard]] std::vector<domain::contact> scan(const scope& where, const std::string& after, std::size_t limit);

private:
    void read_parts(domain::contact& person);
    void write_parts(const domain::contact& person);

    transaction& open_;
};

}  // namespace extsrc::storage
