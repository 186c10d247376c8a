// SPDX-License-Identifier: BSL-1.0
#include "handlers/bulk_contacts.hpp"

#include "handlers/bulk.hpp"
#include "handlers/change_mode.hpp"
#include "handlers/contact_enrichment.hpp"
#include "handlers/contact_view.hpp"
#include "handlers/contact_writes.hpp"
#include "handlers/json_reader.hpp"
#include "identity/contact_book.hpp"

#include <optional>
#include <string>
#include <utility>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

using domain::contact;
using domain::contact_id;
using domain::result;

result<contact_id> id_of(const json::object& entity) {
    std::vector<domain::field_error> faults;
    object_reader reader(entity, "", faults);
    const auto text = reader.text("id");
    if (!text && faults.empty()) reader.fault("id", "value.required", "id is missing.");
    if (!faults.empty()) return to_error(std::move(faults));
    const auto id = contact_id::parse(*text);
    if (!id) return identity::no_such_contact();
    return *id;
}

bulk_success shown(storage::transaction& open, const request& asked, contact person, unsigned status = 200) {
    const auto id = person.id.text();
    return {id, render(view_contact(open, asked.organization, std::move(person), expansion::of(asked))), status};
}

// Runs `work(contact_book&)`, which gives a contact, for one entity.
template <class Work>
result<bulk_success> write_one(const context& with, const request& asked, Work work) {
    return with.database.write(asked.organization, asked.until, [&](storage::transaction& open) -> result<bulk_success> {
        identity::contact_book book(open, asked.organization, with.wall_clock());
        result<contact> written = work(book);
        if (!written) return written.error();
        return shown(open, asked, std::move(*written));
    });
}

template <class Find>
answer fetch(const context& with, const request& asked, Find find) {
    return run_bulk(asked, max_bulk_contacts, [&](const json::object& entity) -> result<bulk_success> {
        const auto id = id_of(entity);
        if (!id) return id.error();
        return with.database.read(asked.until, [&](storage::transaction& open) -> result<bulk_success> {
            auto person = find(storage::contact_repository(open), *id);
            if (!person) return identity::no_such_contact();
            auto found = shown(open, asked, std::move(*person));
            found.id = id->text();
            return found;
        });
    });
}

}  // namespace

answer fetch_contacts(const context& with, const request& asked) {
    return fetch(with, asked, [&](storage::contact_repository contacts, const contact_id& id) {
        return contacts.find_canonical(asked.organization, id);
    });
}

answer fetch_unresolved_contacts(const context& with, const request& asked) {
    return fetch(with, asked, [&](storage::contact_repository contacts, const contact_id& id) {
        return contacts.find(asked.organization, id);
    });
}

answer add_contacts(const context& with, const request& asked) {
    return run_bulk(asked, max_bulk_contacts, [&](const json::object& entity) -> result<bulk_success> {
        const auto draft = read_contact(entity, with.phone_region);
        if (!draft) return draft.error();
        return write_one(with, asked, [&](identity::contact_book& book) { return create(book, *draft); });
    });
}

answer update_contacts(const context& with, const request& asked) {
    return run_bulk(asked, max_bulk_contacts, [&](const json::object& entity) -> result<bulk_success> {
        const auto id = id_of(entity);
        if (!id) return id.error();
        const auto draft = read_contact(entity, with.phone_region);
        if (!draft) return draft.error();
        return write_one(with, asked, [&](identity::contact_book& book) { return replace(book, *id, *draft); });
    });
}

answer remove_contacts(const context& with, const request& asked) {
    return run_bulk(asked, max_bulk_contacts, [&](const json::object& entity) -> result<bulk_success> {
        const auto id = id_of(entity);
        if (!id) return id.error();
        return with.database.write(asked.organization, asked.until, [&](storage::transaction& open) -> result<bulk_success> {
            const auto removed = identity::contact_book(open, asked.organization, with.wall_clock()).remove(*id);
            if (!removed) return removed.error();
            return bulk_success{id->text(), {}};
        });
    });
}

answer enrich_contacts(const context& with, const request& asked) {
    const auto mode = read_change_mode(asked);
    if (!mode) return mode.error();
    return run_bulk(asked, max_bulk_enrichments, [&](const json::object& entity) -> result<bulk_success> {
        const auto wanted = read_enrich_request(entity, with.phone_region);
        if (!wanted) return wanted.error();
        const auto work = [&](storage::transaction& open) -> result<bulk_success> {
            auto enriched = enrich_contact_with(open, with, asked, *wanted);
            if (!enriched) return enriched.error();
            auto done = shown(open, asked, std::move(enriched->person), enriched->created ? 201 : 200);
            done.id = wanted->tracker;
            return done;
        };
        return run_change(with, asked, *mode, work);
    });
}

}  // namespace extsrc::handlers
