// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Merges of contacts (reference, section 4.4). Both answer with the new, canonical contact, and may throw storage::failure.
/// With `dryRun=true`, which is ours, they change nothing: the answer and failures are the same. [any thread]
[[nodiscard]] answer merge_contacts(const context& with, const request& asked);
/// Version 1 of the contract: two contacts, not both Curated.
[[nodiscard]] answer merge_contact_pair(const context& with, const request& asked);

}  // namespace extsrc::handlers
