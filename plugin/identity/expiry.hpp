// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/database.hpp"

#include <cstddef>

namespace extsrc::identity {

/// Removes the Ephemeral and Identified contacts whose time was up before `now`, of all organizations; their identifiers pass
/// to the next oldest holder. Works in short transactions until none is left or the deadline passed, so that it never holds up
/// a call; what is left over falls to the next sweep. Several processes may sweep at the same time. [any thread]
/// @return how many were removed  @throws storage::failure
std::size_t remove_expired(storage::database& database, domain::timestamp now, storage::deadline until);

}  // namespace extsrc::identity
