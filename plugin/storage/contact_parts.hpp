// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/transaction.hpp"

#include <optional>

/// The parts of a contact that have tables of their own. Writing expects that none are stored yet.
namespace extsrc::storage {

using phones = decltype(domain::contact_profile::phones);

[[nodiscard]] phones read_phones(transaction& open, const domain::contact_id& contact);
void write_phones(transaction& open, const domain::contact_id& contact, const phones& numbers);

[[nodiscard]] std::optional<domain::contact_address> read_address(transaction& open, const domain::contact_id& contact);
void write_address(transaction& open, const domain::contact_id& contact, const domain::contact_address& address);

}  // namespace extsrc::storage
