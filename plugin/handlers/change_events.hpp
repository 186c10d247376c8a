// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "storage/transaction.hpp"

#include <span>
#include <string>
#include <vector>

namespace extsrc::handlers {

/// What the host tells its subscribers of a change.
struct change_event {
    domain::organization_id organization;
    std::vector<std::string> topics;  ///< all of them get the payload
    std::string payload;              ///< JSON
};

/// The events that tell of committed changes, as things stand now (reference, section 7). A changed record of a contact goes
/// out under its topic `v2.externalcontacts.contacts.{id}.unresolved`; the contact that answers for it goes out once for every
/// id it answers for, under `v2.externalcontacts.contacts.{id}`; an external source under
/// `v2.externalcontacts.externalsources.{id}`. What is no more is told as `{"id": …, "deleted": true}`, since the contract has
/// no form for it.
[[nodiscard]] std::vector<change_event> events_of(storage::transaction& open, std::span<const storage::change> changes);

}  // namespace extsrc::handlers
