// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Contacts in bulk (reference, section 6.2): up to 50 at a time, 10 for enrichments. Each entity is done by itself as the
/// operation on one contact does it, and told of by itself. [any thread]
[[nodiscard]] answer fetch_contacts(const context& with, const request& asked);
/// The records of the very ids, also when they were merged away.
[[nodiscard]] answer fetch_unresolved_contacts(const context& with, const request& asked);
[[nodiscard]] answer add_contacts(const context& with, const request& asked);
/// Replaces each, as PUT does.
[[nodiscard]] answer update_contacts(const context& with, const request& asked);
[[nodiscard]] answer remove_contacts(const context& with, const request& asked);
/// With `dryRun=true` nothing is changed; each entity is tried by itself, and does not see the others.
[[nodiscard]] answer enrich_contacts(const context& with, const request& asked);

}  // namespace extsrc::handlers
