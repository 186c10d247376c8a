// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/transaction.hpp"

/// What searches read: the words and sort keys of searchable contacts. contact_repository keeps it true.
namespace extsrc::storage {

/// Makes a searchable contact findable; does nothing for others. Expects that it is not in the index.
void add_to_search(transaction& open, const domain::organization_id& organization, const domain::contact& person);
void remove_from_search(transaction& open, const domain::contact_id& contact);

}  // namespace extsrc::storage
