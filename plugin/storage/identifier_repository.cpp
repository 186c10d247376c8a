// SPDX-License-Identifier: BSL-1.0
#include "storage/identifier_repository.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <string>
#include <utility>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

// An identifier's columns as they are stored.
struct columns {
    std::string type;
    std::string source;
    std::string value;
};

columns to_columns(const domain::identifier& value) {
    return {std::string(domain::to_string(value.type)), value.source ? value.source->text() : std::string(), value.value};
}

domain::identifier from_columns(const columns& stored) {
    domain::identifier value;
    value.type = domain::identifier_type_from(stored.type).value_or(domain::identifier_type::external_id);
    if (!stored.source.empty()) value.source = domain::source_id::trusted(stored.source);
    value.value = stored.value;
    return value;
}

constexpr const char* key_condition =
    " organization_id = :organization AND division_id = :division AND type = :type AND source_id = :source AND value = :value";

std::string with_key(const char* before, const char* after = "") {
    return std::string(before) + key_condition + after;
}

}  // namespace

std::optional<domain::contact_id> identifier_repository::owner(const scope& where, const domain::identifier& value) {
    const columns key = to_columns(value);
    std::string contact;
    auto& sql = open_.sql();
    sql << with_key("SELECT contact_id FROM identifier WHERE owner = 1 AND"), into(contact),
        use(where.organization.text(), "organization"), use(where.division.text(), "division"), use(key.type, "type"),
        use(key.source, "source"), use(key.value, "value");
    if (!sql.got_data()) return std::nullopt;
    return domain::contact_id::trusted(std::move(contact));
}

std::vector<identifier_owner> identifier_repository::owners(const scope& where, std::span<const domain::identifier> values) {
    std::vector<identifier_owner> found;
    for (const auto& value : values) {
        const auto contact = owner(where, value);
        if (!contact) continue;
        auto weighed = weigh(*contact);
        weighed.value = value;
        found.push_back(std::move(weighed));
    }
    return found;
}

identifier_owner identifier_repository::weigh(const domain::contact_id& contact) {
    std::string type;
    std::string canonical;
    identifier_owner owner{{}, contact, domain::contact_type::curated, 0};
    auto& sql = open_.sql();
    sql << "SELECT type, created_at, canonical_id FROM contact WHERE id = :id", into(type), into(owner.contact_created_at),
        into(canonical), use(contact.text(), "id");
    owner.type = domain::contact_type_from(type).value_or(domain::contact_type::curated);
    if (!canonical.empty())
        sql << "SELECT MIN(created_at) FROM contact WHERE canonical_id = :id", into(owner.contact_created_at),
            use(contact.text(), "id");
    return owner;
}

std::optional<held_identifier> identifier_repository::holding(const scope& where, const domain::identifier& value,
                                                              const domain::contact_id& contact) {
    const columns key = to_columns(value);
    int owned = 0;
    domain::timestamp since = 0;
    auto& sql = open_.sql();
    sql << with_key("SELECT COALESCE(owner, 0), held_since FROM identifier WHERE contact_id = :contact AND"), into(owned),
        into(since), use(contact.text(), "contact"), use(where.organization.text(), "organization"),
        use(where.division.text(), "division"), use(key.type, "type"), use(key.source, "source"), use(key.value, "value");
    if (!sql.got_data()) return std::nullopt;
    return held_identifier{value, owned == 1, since};
}

void identifier_repository::insert(const scope& where, const held_identifier& held, const domain::contact_id& contact) {
    const columns key = to_columns(held.value);
    int mark = 1;
    soci::indicator marked = held.owned ? soci::i_ok : soci::i_null;
    open_.sql()
        << "INSERT INTO identifier (organization_id, division_id, type, source_id, value, contact_id, owner, held_since) "
           "VALUES (:organization, :division, :type, :source, :value, :contact, :owner, :since)",
        use(where.organization.text(), "organization"), use(where.division.text(), "division"), use(key.type, "type"),
        use(key.source, "source"), use(key.value, "value"), use(contact.text(), "contact"), use(mark, marked, "owner"),
        use(held.since, "since");
    open_.note(change_kind::contact, where.organization, contact.text());
}

void identifier_repository::remove(const scope& where, const domain::identifier& value, const domain::contact_id& contact) {
    const columns key = to_columns(value);
    open_.sql() << with_key("DELETE FROM identifier WHERE contact_id = :contact AND"), use(contact.text(), "contact"),
        use(where.organization.text(), "organization"), use(where.division.text(), "division"), use(key.type, "type"),
        use(key.source, "source"), use(key.value, "value");
    open_.note(change_kind::contact, where.organization, contact.text());
}

bool identifier_repository::hold(const scope& where, const domain::identifier& value, const domain::contact_id& contact,
                                 domain::timestamp now) {
    if (const auto held = holding(where, value, contact)) return held->owned;
    const bool becomes_owner = !owner(where, value);
    insert(where, {value, becomes_owner, now}, contact);
    return becomes_owner;
}

void identifier_repository::release(const scope& where, const domain::identifier& value, const domain::contact_id& contact) {
    remove(where, value, contact);
    if (!owner(where, value)) pass_on(where, value);
}

void identifier_repository::move(const scope& where, const domain::contact_id& from, const domain::contact_id& to) {
    for (auto held : held_by(from)) {
        remove(where, held.value, from);
        if (const auto there = holding(where, held.value, to)) {
            remove(where, held.value, to);
            held.owned = held.owned || there->owned;
            held.since = std::min(held.since, there->since);
        }
        insert(where, held, to);
    }
}

void identifier_repository::pass_on(const scope& where, const domain::identifier& value) {
    const columns key = to_columns(value);
    auto& sql = open_.sql();
    std::string next;
    sql << with_key("SELECT contact_id FROM identifier WHERE", " ORDER BY held_since, contact_id LIMIT 1"), into(next),
        use(where.organization.text(), "organization"), use(where.division.text(), "division"), use(key.type, "type"),
        use(key.source, "source"), use(key.value, "value");
    if (!sql.got_data()) return;
    sql << with_key("UPDATE identifier SET owner = 1 WHERE contact_id = :contact AND"), use(next, "contact"),
        use(where.organization.text(), "organization"), use(where.division.text(), "division"), use(key.type, "type"),
        use(key.source, "source"), use(key.value, "value");
    open_.note(change_kind::contact, where.organization, next);
}

void identifier_repository::gather_holders(const scope& where, const domain::identifier& value, std::size_t limit,
                                           std::vector<holder>& found) {
    const columns key = to_columns(value);
    const auto most = static_cast<long long>(limit);
    holder one;
    soci::statement query = (open_.sql().prepare << with_key("SELECT held_since, contact_id FROM identifier WHERE",
                                                             " ORDER BY held_since, contact_id LIMIT :most"),
                             into(one.first), into(one.second), use(where.organization.text(), "organization"),
                             use(where.division.text(), "division"), use(key.type, "type"), use(key.source, "source"),
                             use(key.value, "value"), use(most, "most"));
    query.execute();
    while (query.fetch()) found.push_back(one);
}

// A contact may hold one value as several things.
void identifier_repository::gather_holders(const domain::organization_id& organization, const std::string& value,
                                           std::size_t limit, std::vector<holder>& found) {
    const auto most = static_cast<long long>(limit);
    holder one;
    soci::statement query =
        (open_.sql().prepare << "SELECT MIN(held_since) AS since, contact_id FROM identifier "
                                "WHERE organization_id = :organization AND value = :value GROUP BY contact_id "
                                "ORDER BY since, contact_id LIMIT :most",
         into(one.first), into(one.second), use(organization.text(), "organization"), use(value, "value"), use(most, "most"));
    query.execute();
    while (query.fetch()) found.push_back(one);
}

std::vector<domain::contact_id> identifier_repository::longest(std::vector<holder> found, std::size_t limit) {
    std::sort(found.begin(), found.end());
    std::vector<domain::contact_id> contacts;
    for (auto& [since, text] : found) {
        auto contact = domain::contact_id::trusted(std::move(text));
        if (contacts.size() == limit) break;
        if (std::find(contacts.begin(), contacts.end(), contact) == contacts.end()) contacts.push_back(std::move(contact));
    }
    return contacts;
}

std::vector<domain::contact_id> identifier_repository::holders(const scope& where, std::span<const domain::identifier> values,
                                                               std::size_t limit) {
    std::vector<holder> found;
    for (const auto& value : values) gather_holders(where, value, limit, found);
    return longest(std::move(found), limit);
}

std::vector<domain::contact_id> identifier_repository::holders(const domain::organization_id& organization,
                                                               std::span<const std::string> values, std::size_t limit) {
    std::vector<holder> found;
    for (const auto& value : values) gather_holders(organization, value, limit, found);
    return longest(std::move(found), limit);
}

std::vector<held_identifier> identifier_repository::held_by(const domain::contact_id& contact) {
    columns stored;
    int owned = 0;
    domain::timestamp since = 0;
    std::vector<held_identifier> held;
    soci::statement query =
        (open_.sql().prepare << "SELECT type, source_id, value, COALESCE(owner, 0), held_since FROM identifier "
                                "WHERE contact_id = :contact ORDER BY held_since, type, source_id, value",
         into(stored.type), into(stored.source), into(stored.value), into(owned), into(since), use(contact.text(), "contact"));
    query.execute();
    while (query.fetch()) held.push_back({from_columns(stored), owned == 1, since});
    return held;
}

}  // namespace extsrc::storage
