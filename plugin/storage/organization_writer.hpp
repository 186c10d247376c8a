// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "storage/stored_rows.hpp"
#include "storage/transaction.hpp"

namespace extsrc::storage {

/// Stores rows of an organization as they are, and what follows from them: unique names, and what searches read. Nobody is told
/// of changes. What a row refers to is stored already, or among `rows`.
void insert_rows(transaction& open, const domain::organization_id& into, const organization_rows& rows);

}  // namespace extsrc::storage
