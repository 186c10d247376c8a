// SPDX-License-Identifier: BSL-1.0
#include "handlers/contacts.hpp"

#include "handlers/contact_view.hpp"
#include "handlers/json_reader.hpp"
#include "handlers/paths.hpp"
#include "handlers/query.hpp"
#include "identity/association.hpp"
#include "storage/contact_repository.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

std::optional<domain::contact_id> contact_of(const request& asked) {
    return domain::contact_id::parse(asked.path_parameter("contactId"));
}

domain::result<contact_draft> read_draft(const context& with, const request& asked) {
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    return read_contact(*body, with.phone_region);
}

answer serialized(const domain::result<contact_view>& view) {
    if (!view) return view.error();
    return json::serialize(render(*view));
}

}  // namespace

answer create_contact(const context& with, const request& asked) {
    auto draft = read_draft(with, asked);
    if (!draft) return draft.error();
    domain::contact person{
        domain::contact_id::random(), draft->division, domain::contact_type::curated, draft->profile, 0, 0, {}};
    return serialized(with.database.write(asked.until, [&](storage::transaction& open) -> domain::result<contact_view> {
        person.created_at = person.modified_at = with.wall_clock();
        storage::contact_repository(open).insert(asked.organization, person);
        identity::association own(open, {asked.organization, person.division}, person.id, person.created_at);
        own.carry({}, domain::carried_identifiers(person.profile));
        if (draft->external_ids)
            if (auto replaced = own.replace_external_ids(*draft->external_ids); !replaced) return replaced.error();
        return view_contact(open, asked, person);
    }));
}

answer get_contact(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return no_such_contact();
    return serialized(with.database.read(asked.until, [&](storage::transaction& open) -> domain::result<contact_view> {
        auto person = storage::contact_repository(open).find(asked.organization, *id);
        if (!person) return no_such_contact();
        return view_contact(open, asked, std::move(*person));
    }));
}

answer replace_contact(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return no_such_contact();
    auto draft = read_draft(with, asked);
    if (!draft) return draft.error();
    return serialized(with.database.write(asked.until, [&](storage::transaction& open) -> domain::result<contact_view> {
        storage::contact_repository contacts(open);
        auto person = contacts.find(asked.organization, *id);
        if (!person) return no_such_contact();
        if (draft->division_given && draft->division != person->division)
            return domain::invalid_field("division.id", "value.immutable", "The division of a contact cannot be changed.");
        const auto carried = domain::carried_identifiers(person->profile);
        person->profile = draft->profile;
        person->modified_at = with.wall_clock();
        contacts.update(*person);
        identity::association own(open, {asked.organization, person->division}, *id, person->modified_at);
        own.carry(carried, domain::carried_identifiers(person->profile));
        if (draft->external_ids)
            if (auto replaced = own.replace_external_ids(*draft->external_ids); !replaced) return replaced.error();
        return view_contact(open, asked, std::move(*person));
    }));
}

answer delete_contact(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return no_such_contact();
    const auto deleted = with.database.write(asked.until, [&](storage::transaction& open) -> domain::result<void> {
        storage::contact_repository contacts(open);
        const auto person = contacts.find(asked.organization, *id);
        if (!person) return no_such_contact();
        identity::association(open, {asked.organization, person->division}, *id, with.wall_clock()).surrender();
        contacts.remove(asked.organization, *id);
        return {};
    });
    if (!deleted) return deleted.error();
    return std::string("{}");
}

answer scan_contacts(const context& with, const request& asked) {
    const auto limit = read_limit(asked);
    if (!limit) return limit.error();
    const auto asked_division = asked.query_parameter("divisionId");
    const auto division = domain::division_id::parse(asked_division.empty() ? "*" : asked_division);
    if (!division) return domain::invalid_field("divisionId", "value.invalid", "divisionId is neither a UUID nor *.");
    const std::string listing = "scan/contacts|" + division->text();
    const auto after = with.cursors.read(asked.query_parameter("cursor"), listing, asked.organization, with.wall_clock());
    if (!after) return after.error();

    const auto found = with.database.read(asked.until, [&](storage::transaction& open) {
        std::vector<contact_view> views;
        for (auto& person : storage::contact_repository(open).scan({asked.organization, *division}, *after, *limit + 1))
            views.push_back(view_contact(open, asked, std::move(person)));
        return views;
    });
    json::object page;
    json::array& entities = page["entities"].emplace_array();
    for (std::size_t i = 0; i < std::min(found.size(), *limit); ++i) entities.push_back(render(found[i]));
    page["selfUri"] = paths::scan_contacts;
    auto& cursors = page["cursors"].emplace_object();
    if (found.size() <= *limit) return json::serialize(page);
    const auto token = with.cursors.make(listing, asked.organization, found[*limit - 1].person.id.text(), with.wall_clock());
    cursors["after"] = token;
    page["nextUri"] =
        with_query(paths::scan_contacts,
                   {{"cursor", token}, {"limit", std::to_string(*limit)}, {"divisionId", std::string(asked_division)}});
    return json::serialize(page);
}

}  // namespace extsrc::handlers
