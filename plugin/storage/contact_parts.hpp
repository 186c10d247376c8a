// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/transaction.hpp"

/// What of a profile has tables of its own: phones, address, social accounts.
namespace extsrc::storage {

void read_parts(transaction& open, const domain::contact_id& contact, domain::contact_profile& profile);
/// Expects that none are stored yet.
void write_parts(transaction& open, const domain::contact_id& contact, const domain::contact_profile& profile);
void remove_parts(transaction& open, const domain::contact_id& contact);

}  // namespace extsrc::storage
