// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/contact_json.hpp"
#include "handlers/request.hpp"
#include "storage/transaction.hpp"

#include <vector>

namespace extsrc::handlers {

/// The sources a contact's external IDs refer to.
[[nodiscard]] source_references gather_sources(storage::transaction& open, const request& asked,
                                               const std::vector<storage::held_identifier>& held);

/// Gathers what is shown of a contact, by the request's `expand`.
[[nodiscard]] contact_view view_contact(storage::transaction& open, const request& asked, domain::contact person);

/// errc::not_found for an unknown, malformed or another organization's contact id: a client cannot tell which.
[[nodiscard]] domain::error no_such_contact();

}  // namespace extsrc::handlers
