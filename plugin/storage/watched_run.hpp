// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/deadline_watch.hpp"
#include "storage/dialect.hpp"
#include "storage/session_pool.hpp"

#include <functional>

namespace extsrc::storage {

/// Runs statements, which begin and end their transaction themselves, on a session that is broken off at the deadline. A
/// session on which only a race was lost is rolled back and used again; after any other failure it is thrown away, and its
/// transaction with it. @throws failure, or what the statements threw
void run_watched(session_pool::lease& lease, const dialect& on, deadline_watch& watch, deadline until,
                 const std::function<void(soci::session&)>& statements);

}  // namespace extsrc::storage
