// SPDX-License-Identifier: BSL-1.0
#include "handlers/contacts.hpp"

#include "handlers/contact_call.hpp"
#include "handlers/contact_writes.hpp"
#include "handlers/json_reader.hpp"

#include <string>
#include <utility>

namespace extsrc::handlers {
namespace {

using domain::result;

result<contact_draft> read_draft(const context& with, const request& asked) {
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    return read_contact(*body, with.phone_region);
}

template <class Find>
answer show_contact(const context& with, const request& asked, Find find) {
    const auto id = contact_of(asked);
    if (!id) return id.error();
    return serialized(with.database.read(asked.until, [&](storage::transaction& open) -> result<contact_view> {
        auto person = find(storage::contact_repository(open), *id);
        if (!person) return identity::no_such_contact();
        return view_contact(open, asked.organization, std::move(*person), expansion::of(asked));
    }));
}

}  // namespace

answer create_contact(const context& with, const request& asked) {
    auto draft = read_draft(with, asked);
    if (!draft) return draft.error();
    return change_contact(with, asked,
                          [&](storage::transaction&, identity::contact_book& book) { return create(book, *draft); });
}

answer get_contact(const context& with, const request& asked) {
    return show_contact(with, asked, [&](storage::contact_repository contacts, const domain::contact_id& id) {
        return contacts.find_canonical(asked.organization, id);
    });
}

answer get_unresolved_contact(const context& with, const request& asked) {
    return show_contact(with, asked, [&](storage::contact_repository contacts, const domain::contact_id& id) {
        return contacts.find(asked.organization, id);
    });
}

answer replace_contact(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return id.error();
    auto draft = read_draft(with, asked);
    if (!draft) return draft.error();
    return change_contact(with, asked,
                          [&](storage::transaction&, identity::contact_book& book) { return replace(book, *id, *draft); });
}

answer delete_contact(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return id.error();
    const auto deleted = with.database.write(asked.organization, asked.until, [&](storage::transaction& open) {
        return identity::contact_book(open, asked.organization, with.wall_clock()).remove(*id);
    });
    if (!deleted) return deleted.error();
    return reply("{}");
}

answer promote_contact(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return id.error();
    return change_contact(with, asked, [&](storage::transaction&, identity::contact_book& book) { return book.promote(*id); });
}

}  // namespace extsrc::handlers
