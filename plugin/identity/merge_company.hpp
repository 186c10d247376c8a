// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "domain/identifier.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/transaction.hpp"

#include <span>
#include <string>
#include <vector>

namespace extsrc::identity {

/// Who becomes one with the contact an interaction is about.
struct merge_company {
    std::vector<domain::contact_id> joining;
    std::string left_out;  ///< why others do not, in sentences; empty when all do
};

/// Sorts the owners of an interaction's identifiers. Contacts that have another external ID than the anchor, of any source both
/// have one of, are other people; two Curated contacts are never joined.
/// @param anchor whom the interaction is about  @param owners of those of `presented` that have one
/// @param presented the interaction's identifiers; external IDs among them that nobody owns count as the anchor's
[[nodiscard]] merge_company find_company(storage::transaction& open, const storage::identifier_owner& anchor,
                                         std::span<const storage::identifier_owner> owners,
                                         std::span<const domain::identifier> presented);

}  // namespace extsrc::identity
