// SPDX-License-Identifier: BSL-1.0
#include "storage/organization_reader.hpp"

#include "storage/change_log.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <type_traits>

namespace extsrc::storage {
namespace {

using soci::use;

// Every table with a row of the organization's own, and so none of contacts' parts.
constexpr std::array tables{source_row::table,   contact_row::table,    link_row::table,
                            decision_row::table, resolution_row::table, change_row::table};

std::string& target(std::string& text) {
    return text;
}
std::int64_t& target(std::int64_t& number) {
    return number;
}
std::int64_t& target(mark& number) {
    return number.value;
}

// "t.id, t.name, ...", with what may be null as 0.
template <class Row>
std::string selected() {
    std::string list;
    Row row;
    Row::columns(row, [&](const char* column, const char*, auto& value) {
        const std::string name = std::string("t.") + column;
        list += list.empty() ? "" : ", ";
        list += std::is_same_v<std::decay_t<decltype(value)>, mark> ? "COALESCE(" + name + ", 0)" : name;
    });
    return list;
}

// Runs a query that begins with the row's columns. `bind` exchanges what it uses.
template <class Row, class Bind>
std::vector<Row> fetch(transaction& open, const std::string& rest, const Bind& bind) {
    Row row;
    std::vector<Row> found;
    soci::statement query(open.sql());
    Row::columns(row, [&](const char*, const char*, auto& value) { query.exchange(soci::into(target(value))); });
    bind(query);
    query.alloc();
    query.prepare("SELECT " + selected<Row>() + " FROM " + Row::table + " t " + rest);
    query.define_and_bind();
    query.execute();
    while (query.fetch()) found.push_back(row);
    return found;
}

template <class Row, class Key>
std::vector<Row> next_page(transaction& open, const domain::organization_id& of, const std::string& key, const Key& after) {
    const auto most = static_cast<long long>(organization_reader::page);
    return fetch<Row>(open,
                      "WHERE t.organization_id = :organization AND t." + key + " > :after ORDER BY t." + key + " LIMIT :most",
                      [&](soci::statement& query) {
                          query.exchange(use(of.text(), "organization"));
                          query.exchange(use(after, "after"));
                          query.exchange(use(most, "most"));
                      });
}

// A part of all contacts of a page, which is the stretch of ids it covers.
template <class Row>
std::vector<Row> parts(transaction& open, const domain::organization_id& of, const std::string& after,
                       const std::string& last) {
    return fetch<Row>(open,
                      "JOIN contact c ON c.id = t.contact_id "
                      "WHERE c.organization_id = :organization AND c.id > :after AND c.id <= :last",
                      [&](soci::statement& query) {
                          query.exchange(use(of.text(), "organization"));
                          query.exchange(use(after, "after"));
                          query.exchange(use(last, "last"));
                      });
}

// Gives each part to its contact. `order` is what the parts of a contact are sorted by, here and not by the database, where the
// columns of these keys may sort as words do.
template <class Row, class Order, class Give>
void hand_out(std::vector<contact_row>& people, std::vector<Row> rows, const Order& order, const Give& give) {
    const auto key = [&](const Row& row) { return std::tuple_cat(std::tie(row.contact_id), order(row)); };
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
    auto person = people.begin();
    for (auto& row : rows) {
        while (person->id < row.contact_id) ++person;
        give(*person, std::move(row));
    }
}

}  // namespace

bool organization_reader::empty() {
    auto& sql = open_.sql();
    const auto has_rows = [&](const char* table) {
        int one = 0;
        sql << std::string("SELECT 1 FROM ") + table + " WHERE organization_id = :organization LIMIT 1", soci::into(one),
            use(of_.text(), "organization");
        return sql.got_data();
    };
    return generation() == 0 && std::none_of(tables.begin(), tables.end(), has_rows);
}

std::int64_t organization_reader::generation() {
    return change_log(open_).generation(of_);
}

std::uint64_t organization_reader::size() {
    long long all = 0;
    for (const char* table : tables) {
        long long some = 0;
        open_.sql() << std::string("SELECT COUNT(*) FROM ") + table + " WHERE organization_id = :organization",
            soci::into(some), use(of_.text(), "organization");
        all += some;
    }
    return static_cast<std::uint64_t>(all);
}

std::vector<source_row> organization_reader::sources(const std::string& after) {
    return next_page<source_row>(open_, of_, "id", after);
}

std::vector<contact_row> organization_reader::contacts(const std::string& after) {
    auto people = next_page<contact_row>(open_, of_, "id", after);
    if (people.empty()) return people;
    const std::string last = people.back().id;
    hand_out(
        people, parts<address_row>(open_, of_, after, last), [](const address_row&) { return std::tuple<>(); },
        [](contact_row& person, address_row row) { person.address = std::move(row); });
    hand_out(
        people, parts<phone_row>(open_, of_, after, last), [](const phone_row& row) { return std::tie(row.field); },
        [](contact_row& person, phone_row row) { person.phones.push_back(std::move(row)); });
    hand_out(
        people, parts<social_row>(open_, of_, after, last),
        [](const social_row& row) { return std::tie(row.network, row.position); },
        [](contact_row& person, social_row row) { person.socials.push_back(std::move(row)); });
    hand_out(
        people, parts<identifier_row>(open_, of_, after, last),
        [](const identifier_row& row) { return std::tie(row.division_id, row.type, row.source_id, row.value); },
        [](contact_row& person, identifier_row row) { person.identifiers.push_back(std::move(row)); });
    return people;
}

std::vector<link_row> organization_reader::links(const std::string& after) {
    return next_page<link_row>(open_, of_, "interaction_id", after);
}

std::vector<decision_row> organization_reader::decisions(const std::string& after) {
    return next_page<decision_row>(open_, of_, "interaction_id", after);
}

std::vector<resolution_row> organization_reader::resolutions() {
    auto rows = fetch<resolution_row>(open_, "WHERE t.organization_id = :organization",
                                      [&](soci::statement& query) { query.exchange(use(of_.text(), "organization")); });
    const auto key = [](const resolution_row& row) { return std::tie(row.channel, row.integration_id); };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return rows;
}

std::vector<change_row> organization_reader::changes(std::int64_t after) {
    return next_page<change_row>(open_, of_, "generation", after);
}

}  // namespace extsrc::storage
