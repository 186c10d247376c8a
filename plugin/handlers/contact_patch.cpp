// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_patch.hpp"

#include "handlers/apply_changes.hpp"
#include "handlers/contact_call.hpp"
#include "handlers/contact_writes.hpp"
#include "handlers/field_changes.hpp"
#include "handlers/json_reader.hpp"

namespace extsrc::handlers {

answer patch_contact(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return id.error();
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    const auto changes = read_changes(*body);
    if (!changes) return changes.error();
    return change_contact(with, asked,
                          [&](storage::transaction& open, identity::contact_book& book) -> domain::result<domain::contact> {
                              const auto before = book.find(*id);
                              if (!before) return before.error();
                              auto contact = writable(open, *before);
                              if (auto applied = apply_changes(*changes, contact); !applied) return applied.error();
                              const auto draft = read_contact(contact, with.phone_region);
                              if (!draft) return draft.error();
                              return replace(book, *id, *draft);
                          });
}

}  // namespace extsrc::handlers
