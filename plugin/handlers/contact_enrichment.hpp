// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/error.hpp"
#include "handlers/context.hpp"
#include "handlers/enrich_json.hpp"
#include "handlers/request.hpp"
#include "storage/transaction.hpp"

namespace extsrc::handlers {

/// What came of an enrichment.
struct enriched_contact {
    domain::contact person;
    bool created = false;
};

/// Finds the contacts that own the matching identifiers, inserts, updates or merges as the request says, brings its data in by
/// its rules, and gives the contact those matching identifiers that nobody owns, so that the next request finds it by any of
/// them. After an error the transaction must be rolled back.
[[nodiscard]] domain::result<enriched_contact> enrich_contact_with(storage::transaction& open, const context& with,
                                                                   const request& asked, const enrich_request& wanted);

/// One enrichment (reference, section 6.1): 201 with a new contact, 200 with a changed one. With `dryRun=true` nothing is
/// changed, and the answer is what would have come of it. [any thread]
[[nodiscard]] answer enrich_contact(const context& with, const request& asked);

}  // namespace extsrc::handlers
