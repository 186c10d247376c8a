// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"

#include <soci/soci.h>

namespace extsrc::storage {

/// Takes an organization's turn for the open transaction: whoever else takes it waits until that ends, or loses the race when
/// both commit on different nodes of a cluster. The row really changes, since no cluster compares a row that stays as it is.
void take_turn(soci::session& session, const domain::organization_id& of);

}  // namespace extsrc::storage
