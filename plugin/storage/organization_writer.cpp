// SPDX-License-Identifier: BSL-1.0
#include "storage/organization_writer.hpp"

#include "domain/external_source.hpp"
#include "storage/row_insert.hpp"
#include "storage/search_index.hpp"

#include <soci/soci.h>

#include <optional>
#include <string>

namespace extsrc::storage {
namespace {

using soci::use;

void put_generation(transaction& open, const domain::organization_id& into, std::int64_t generation) {
    auto& sql = open.sql();
    soci::statement update = (sql.prepare << "UPDATE organization SET generation = :generation WHERE id = :id",
                              use(generation, "generation"), use(into.text(), "id"));
    update.execute(true);
    if (update.get_affected_rows() > 0) return;
    sql << "INSERT INTO organization (id, generation) VALUES (:id, :generation)", use(into.text(), "id"),
        use(generation, "generation");
}

// Puts a row's own columns.
template <class Row>
void put(row_insert& insert, const Row& row) {
    Row::columns(row, [&](const char* column, const char*, const auto& value) { insert.put(column, value); });
}

template <class Row>
void insert_all(transaction& open, const domain::organization_id& into, const std::vector<Row>& rows) {
    row_insert insert(open.sql(), Row::table);
    for (const auto& row : rows) {
        insert.put("organization_id", into.text());
        put(insert, row);
        insert.end_row();
    }
    insert.finish();
}

void insert_sources(transaction& open, const domain::organization_id& into, const std::vector<source_row>& rows) {
    row_insert insert(open.sql(), source_row::table);
    for (const auto& row : rows) {
        std::optional<std::string> unique_name;
        if (row.deleted_at == 0) unique_name = domain::source_name::trusted(row.name).folded();
        insert.put("organization_id", into.text());
        insert.put("unique_name", unique_name);
        put(insert, row);
        insert.end_row();
    }
    insert.finish();
}

// @param of_contact the rows of one contact
template <class Row, class Rows>
void insert_parts(transaction& open, const std::vector<contact_row>& people, const Rows& of_contact) {
    row_insert insert(open.sql(), Row::table);
    for (const auto& person : people)
        for (const Row& row : of_contact(person)) {
            put(insert, row);
            insert.end_row();
        }
    insert.finish();
}

void insert_addresses(transaction& open, const std::vector<contact_row>& people) {
    row_insert insert(open.sql(), address_row::table);
    for (const auto& person : people) {
        if (!person.address) continue;
        put(insert, *person.address);
        insert.end_row();
    }
    insert.finish();
}

void insert_identifiers(transaction& open, const domain::organization_id& into, const std::vector<contact_row>& people) {
    row_insert insert(open.sql(), identifier_row::table);
    for (const auto& person : people)
        for (const auto& row : person.identifiers) {
            insert.put("organization_id", into.text());
            put(insert, row);
            insert.end_row();
        }
    insert.finish();
}

// What a search goes by.
domain::contact searched(const contact_row& row) {
    domain::contact person;
    person.id = domain::contact_id::trusted(row.id);
    person.division = domain::division_id::trusted(row.division_id);
    person.type = domain::contact_type_from(row.type).value_or(domain::contact_type::curated);
    person.merged_to = domain::contact_id::trusted(row.merged_to);
    auto& profile = person.profile;
    profile.first_name = row.first_name;
    profile.middle_name = row.middle_name;
    profile.last_name = row.last_name;
    profile.salutation = row.salutation;
    profile.title = row.title;
    profile.emails = {row.work_email, row.personal_email, row.other_email};
    for (const auto& social : row.socials) {
        if (social.network >= static_cast<std::int64_t>(profile.socials.size())) continue;
        auto& account = profile.socials[static_cast<std::size_t>(social.network)].emplace();
        account.user_id = social.user_id;
        account.name = social.name;
        account.handle = social.handle;
    }
    return person;
}

void insert_contacts(transaction& open, const domain::organization_id& into, const std::vector<contact_row>& people) {
    insert_all(open, into, people);
    insert_addresses(open, people);
    insert_parts<phone_row>(
        open, people, [](const contact_row& person) -> auto& { return person.phones; });
    insert_parts<social_row>(
        open, people, [](const contact_row& person) -> auto& { return person.socials; });
    insert_identifiers(open, into, people);
    for (const auto& person : people) add_to_search(open, into, searched(person));
}

}  // namespace

void insert_rows(transaction& open, const domain::organization_id& into, const organization_rows& rows) {
    if (rows.generation) put_generation(open, into, *rows.generation);
    insert_sources(open, into, rows.sources);
    insert_contacts(open, into, rows.contacts);
    insert_all(open, into, rows.links);
    insert_all(open, into, rows.decisions);
    insert_all(open, into, rows.resolutions);
    insert_all(open, into, rows.changes);
}

}  // namespace extsrc::storage
