// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/error.hpp"
#include "domain/identifier.hpp"
#include "identity/association.hpp"
#include "storage/contact_repository.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <vector>

namespace extsrc::identity {

/// errc::not_found for an unknown, malformed or another organization's contact id: a client cannot tell which.
[[nodiscard]] domain::error no_such_contact();

/// What a client says of a contact's external IDs; absent leaves them as they are.
using external_ids = std::optional<std::vector<domain::identifier>>;

/// The contacts of one organization, inside the caller's transaction, together with the identifiers they hold. An id of a
/// contact that was merged away stands for the canonical contact. After an error the transaction must be rolled back.
class contact_book {
public:
    contact_book(storage::transaction& open, domain::organization_id organization, domain::timestamp now);

    /// The contact that answers for an id. @return errc::not_found
    [[nodiscard]] domain::result<domain::contact> find(const domain::contact_id& id);

    /// Makes a contact of the given division, type, profile and expiry; id and times are made here.
    /// @return as association::replace_external_ids
    [[nodiscard]] domain::result<domain::contact> create(domain::contact person, const external_ids& wanted);

    /// Replaces the profile, and the external IDs where they are given. @return errc::not_found; else as
    /// association::replace_external_ids
    [[nodiscard]] domain::result<domain::contact> replace(const domain::contact_id& id, domain::contact_profile profile,
                                                          const external_ids& wanted);

    /// Makes an Ephemeral or Identified contact Curated; leaves a Curated one as it is. @return errc::not_found
    [[nodiscard]] domain::result<domain::contact> promote(const domain::contact_id& id);

    /// Removes the contact and its whole merge set; identifiers pass to the next oldest holder. @return errc::not_found
    [[nodiscard]] domain::result<void> remove(const domain::contact_id& id);

    /// Claims and releases for a contact of this book.
    [[nodiscard]] association associations_of(const domain::contact& person);

private:
    storage::transaction& open_;
    domain::organization_id organization_;
    domain::timestamp now_;
    storage::contact_repository contacts_;
};

}  // namespace extsrc::identity
