// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// The interactions of a contact and, unless `includeMerged=false`, of everyone merged into it, latest first, as sessions of
/// type conversation. May throw storage::failure. [any thread]
[[nodiscard]] answer list_sessions(const context& with, const request& asked);

}  // namespace extsrc::handlers
