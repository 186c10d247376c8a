// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Identifiers of a contact, and look-up by identifier (reference, sections 2.2 and 3). Each returns the body of its 200, or a
/// domain error, and may throw storage::failure. [any thread]
[[nodiscard]] answer list_identifiers(const context& with, const request& asked);
/// Claims or releases one identifier.
[[nodiscard]] answer change_identifier(const context& with, const request& asked);
/// The contact that owns an identifier; serves both identifierlookup paths.
[[nodiscard]] answer look_up_identifier(const context& with, const request& asked);

}  // namespace extsrc::handlers
