// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/database.hpp"

#include <atomic>
#include <cstddef>

namespace extsrc::identity {

/// Removes the Ephemeral and Identified contacts whose time was up before `now`, of all organizations; their identifiers pass
/// to the next oldest holder. Works in short transactions until none is left, the deadline passed or `ending` became true, so
/// that it never holds up a call; what is left over falls to the next sweep. Several processes may sweep at once. [any thread]
/// @return how many were removed  @throws storage::failure
std::size_t remove_expired(storage::database& database, domain::timestamp now, storage::deadline until,
                           const std::atomic<bool>& ending);

}  // namespace extsrc::identity
