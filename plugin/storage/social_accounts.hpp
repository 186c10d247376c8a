// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/transaction.hpp"

namespace extsrc::storage {

/// A profile's accounts on social networks and its Apple ids, apart from the WhatsApp number, which is stored with the phones.
void read_social_accounts(transaction& open, const domain::contact_id& contact, domain::contact_profile& profile);
/// Expects that none are stored yet.
void write_social_accounts(transaction& open, const domain::contact_id& contact, const domain::contact_profile& profile);

}  // namespace extsrc::storage
