// SPDX-License-Identifier: BSL-1.0
#include "storage/source_repository.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

// One row of external_source as it is stored.
struct row {
    std::string id;
    std::string name;
    std::string link;
    int slot = 0;
};

domain::external_source to_source(const row& stored) {
    domain::external_source source{
        domain::source_id::trusted(stored.id), domain::source_name::trusted(stored.name), stored.slot != 0, {}};
    if (!stored.link.empty()) source.link = domain::link_template::trusted(stored.link);
    return source;
}

std::string link_text(const domain::external_source& source) {
    return source.link ? source.link->text() : std::string();
}

// Length in characters, as SUBSTR counts them on every backend.
int character_count(const std::string& utf8) {
    return static_cast<int>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::optional<domain::external_source> source_repository::find(const domain::organization_id& organization,
                                                               const domain::source_id& id) {
    row stored;
    auto& sql = open_.sql();
    sql << "SELECT id, name, link_template, COALESCE(active_slot, 0) FROM external_source "
           "WHERE id = :id AND organization_id = :organization AND deleted_at = 0",
        into(stored.id), into(stored.name), into(stored.link), into(stored.slot), use(id.text(), "id"),
        use(organization.text(), "organization");
    if (!sql.got_data()) return std::nullopt;
    return to_source(stored);
}

source_state source_repository::state(const domain::organization_id& organization, const domain::source_id& id) {
    const auto found = find(organization, id);
    if (!found) return source_state::unknown;
    return found->active ? source_state::active : source_state::inactive;
}

bool source_repository::name_taken(const domain::organization_id& organization, const std::string& folded,
                                   const domain::source_id& except) {
    long long others = 0;
    open_.sql()
        << "SELECT COUNT(*) FROM external_source WHERE organization_id = :organization AND unique_name = :name AND id <> :id",
        into(others), use(organization.text(), "organization"), use(folded, "name"), use(except.text(), "id");
    return others != 0;
}

std::optional<int> source_repository::free_slot(const domain::organization_id& organization) {
    std::vector<int> free(domain::max_active_sources);
    std::iota(free.begin(), free.end(), 1);
    int held = 0;
    soci::statement query = (open_.sql().prepare << "SELECT active_slot FROM external_source "
                                                    "WHERE organization_id = :organization AND active_slot IS NOT NULL",
                             into(held), use(organization.text(), "organization"));
    query.execute();
    while (query.fetch()) std::erase(free, held);
    if (free.empty()) return std::nullopt;
    std::random_device entropy;
    return free[std::uniform_int_distribution<std::size_t>(0, free.size() - 1)(entropy)];
}

void source_repository::insert(const domain::organization_id& organization, const domain::external_source& source,
                               std::optional<int> slot, domain::timestamp now) {
    const std::string folded = source.name.folded();
    const std::string link = link_text(source);
    int held = slot.value_or(0);
    soci::indicator active = slot ? soci::i_ok : soci::i_null;
    open_.sql()
        << "INSERT INTO external_source (id, organization_id, name, unique_name, link_template, active_slot, created_at, "
           "modified_at, deleted_at) VALUES (:id, :organization, :name, :folded, :link, :slot, :created, :modified, 0)",
        use(source.id.text(), "id"), use(organization.text(), "organization"), use(source.name.text(), "name"),
        use(folded, "folded"), use(link, "link"), use(held, active, "slot"), use(now, "created"), use(now, "modified");
    open_.note(change_kind::external_source, organization, source.id.text());
}

void source_repository::update(const domain::organization_id& organization, const domain::external_source& source,
                               domain::timestamp now) {
    const std::string folded = source.name.folded();
    const std::string link = link_text(source);
    open_.sql() << "UPDATE external_source SET name = :name, unique_name = :folded, link_template = :link, modified_at = :now "
                   "WHERE id = :id AND organization_id = :organization AND deleted_at = 0",
        use(source.name.text(), "name"), use(folded, "folded"), use(link, "link"), use(now, "now"), use(source.id.text(), "id"),
        use(organization.text(), "organization");
    open_.note(change_kind::external_source, organization, source.id.text());
}

void source_repository::activate(const domain::organization_id& organization, const domain::source_id& id, int slot) {
    open_.sql() << "UPDATE external_source SET active_slot = :slot WHERE id = :id AND organization_id = :organization "
                   "AND active_slot IS NULL AND deleted_at = 0",
        use(slot, "slot"), use(id.text(), "id"), use(organization.text(), "organization");
    open_.note(change_kind::external_source, organization, id.text());
}

void source_repository::disable(const domain::organization_id& organization, const domain::source_id& id) {
    open_.sql() << "UPDATE external_source SET active_slot = NULL WHERE id = :id AND organization_id = :organization",
        use(id.text(), "id"), use(organization.text(), "organization");
    open_.note(change_kind::external_source, organization, id.text());
}

void source_repository::remove(const domain::organization_id& organization, const domain::source_id& id,
                               domain::timestamp now) {
    open_.sql() << "UPDATE external_source SET active_slot = NULL, unique_name = NULL, deleted_at = :now "
                   "WHERE id = :id AND organization_id = :organization",
        use(now, "now"), use(id.text(), "id"), use(organization.text(), "organization");
    open_.note(change_kind::external_source, organization, id.text());
}

std::vector<domain::external_source> source_repository::list(const domain::organization_id& organization,
                                                             const listing& wanted) {
    row stored;
    std::vector<domain::external_source> found;
    const int any = wanted.active ? 0 : 1;
    const int active = wanted.active.value_or(false) ? 1 : 0;
    const int prefix_length = character_count(wanted.folded_prefix);
    const auto limit = static_cast<long long>(wanted.limit);
    soci::statement query =
        (open_.sql().prepare << "SELECT id, name, link_template, COALESCE(active_slot, 0) FROM external_source "
                                "WHERE organization_id = :organization AND unique_name > :after AND unique_name >= :prefix "
                                "AND SUBSTR(unique_name, 1, :length) = :same_prefix "
                                "AND (1 = :any OR CASE WHEN active_slot IS NULL THEN 0 ELSE 1 END = :active) "
                                "ORDER BY unique_name, id LIMIT :limit",
         into(stored.id), into(stored.name), into(stored.link), into(stored.slot), use(organization.text(), "organization"),
         use(wanted.after_folded, "after"), use(wanted.folded_prefix, "prefix"), use(prefix_length, "length"),
         use(wanted.folded_prefix, "same_prefix"), use(any, "any"), use(active, "active"), use(limit, "limit"));
    query.execute();
    while (query.fetch()) found.push_back(to_source(stored));
    return found;
}

}  // namespace extsrc::storage
