// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Searches among live Curated contacts (reference, section 3). A page beyond the end is empty. Each returns the body of its
/// 200, or a domain error, and may throw storage::failure. [any thread]
/// By query parameters.
[[nodiscard]] answer list_contacts(const context& with, const request& asked);
/// By a ContactSearchRequest. The pages of its listing have no URIs, since a page is asked for in the body.
[[nodiscard]] answer search_contacts(const context& with, const request& asked);

}  // namespace extsrc::handlers
