// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace extsrc::identity {

/// Who becomes one with the contact an interaction is about.
struct merge_company {
    std::vector<domain::contact_id> joining;
    std::string left_out;  ///< why others do not, in sentences; empty when all do
};

/// Sorts the owners of an interaction's identifiers. Contacts with another external ID of `source` are other people; two
/// Curated contacts are never joined. @param source configured for the integration  @param anchor whom the interaction is about
[[nodiscard]] merge_company find_company(storage::transaction& open, const storage::identifier_owner& anchor,
                                         std::span<const storage::identifier_owner> owners,
                                         const std::optional<domain::source_id>& source);

}  // namespace extsrc::identity
