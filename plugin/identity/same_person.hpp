// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "domain/identifier.hpp"
#include "storage/transaction.hpp"

#include <set>
#include <string>

namespace extsrc::identity {

/// External IDs of one source, by value.
using ids_of_source = std::set<std::string>;

/// What a contact has of a source.
[[nodiscard]] ids_of_source ids_under(storage::transaction& open, const domain::contact_id& contact,
                                      const domain::source_id& source);

/// Whether a source knows two owners apart: both have an ID of it, and `theirs` has one that `known` has not.
[[nodiscard]] bool another_person(const ids_of_source& known, const ids_of_source& theirs);

}  // namespace extsrc::identity
