// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "domain/identifier.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <set>
#include <string>

namespace extsrc::identity {

/// Values of external IDs, by the source that issued them. A source without a value is not there.
using ids_by_source = std::map<domain::source_id, std::set<std::string>>;

/// The external IDs a contact has, those of disabled and deleted sources too.
[[nodiscard]] ids_by_source ids_of(storage::transaction& open, const domain::contact_id& contact);

/// Whether any source knows two owners apart: both have an ID of it, and `theirs` has one that `known` has not.
[[nodiscard]] bool another_person(const ids_by_source& known, const ids_by_source& theirs);

}  // namespace extsrc::identity
