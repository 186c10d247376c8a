// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/error.hpp"
#include "handlers/contact_json.hpp"
#include "identity/contact_book.hpp"
#include "storage/transaction.hpp"

#include <boost/json.hpp>

/// How a body becomes a contact, one at a time or in bulk. After an error the transaction must be rolled back.
namespace extsrc::handlers {

/// Makes a Curated contact of the draft. @return as identity::contact_book::create
[[nodiscard]] domain::result<domain::contact> create(identity::contact_book& book, const contact_draft& draft);

/// Replaces a contact by the draft. @return errc::invalid for another division, else as identity::contact_book::replace
[[nodiscard]] domain::result<domain::contact> replace(identity::contact_book& book, const domain::contact_id& id,
                                                      const contact_draft& draft);

/// A contact's external IDs, each with its source by id alone.
[[nodiscard]] boost::json::array render_external_ids(storage::transaction& open, const domain::contact_id& id);

/// The contact as a client may write it: what a PUT would have to carry to leave it as it is.
[[nodiscard]] boost::json::object writable(storage::transaction& open, const domain::contact& person);

}  // namespace extsrc::handlers
