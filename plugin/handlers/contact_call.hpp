// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/change_mode.hpp"
#include "handlers/contact_view.hpp"
#include "handlers/context.hpp"
#include "handlers/request.hpp"
#include "identity/contact_book.hpp"

#include <boost/json.hpp>

#include <utility>

/// What the operations on one contact have in common.
namespace extsrc::handlers {

/// The contact id of the path. @return errc::not_found for a malformed one
[[nodiscard]] inline domain::result<domain::contact_id> contact_of(const request& asked) {
    const auto id = domain::contact_id::parse(asked.path_parameter("contactId"));
    if (!id) return identity::no_such_contact();
    return *id;
}

/// The body of a contact, or the error in its place.
[[nodiscard]] inline answer serialized(const domain::result<contact_view>& view) {
    if (!view) return view.error();
    return reply(boost::json::serialize(render(*view)));
}

/// Runs `work(transaction&, contact_book&)`, which returns a result with a contact, as one transaction, and answers with that
/// contact.
template <class Work>
answer change_contact(const context& with, const request& asked, Work work, change_mode mode = change_mode::lasting) {
    const auto unit = [&](storage::transaction& open) -> domain::result<contact_view> {
        identity::contact_book book(open, asked.organization, with.wall_clock());
        domain::result<domain::contact> changed = work(open, book);
        if (!changed) return changed.error();
        return view_contact(open, asked.organization, std::move(*changed), expansion::of(asked));
    };
    return serialized(run_change(with, asked, mode, unit));
}

}  // namespace extsrc::handlers
