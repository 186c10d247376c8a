// SPDX-License-Identifier: BSL-1.0
#include "storage/search_backfill.hpp"

#include "storage/contact_repository.hpp"
#include "storage/search_index.hpp"
#include "storage/shared_values.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <string>
#include <vector>

namespace extsrc::storage {
namespace {

constexpr std::size_t batch = 200;
// How far it got: the last id that was looked at, or that it is done.
constexpr const char* progress = "search_index";
constexpr const char* done = "done";

struct unindexed_contact {
    domain::organization_id organization;
    domain::contact_id id;
};

std::vector<unindexed_contact> unindexed_after(transaction& open, const std::string& position) {
    std::string organization;
    std::string id;
    const auto most = static_cast<long long>(batch);
    std::vector<unindexed_contact> found;
    soci::statement query =
        (open.sql().prepare << "SELECT organization_id, id FROM contact WHERE id > :position AND type = 'Curated' AND "
                               "merged_to = '' AND NOT EXISTS (SELECT 1 FROM searchable_contact s WHERE s.contact_id = "
                               "contact.id) ORDER BY id LIMIT :most",
         soci::into(organization), soci::into(id), soci::use(position, "position"), soci::use(most, "most"));
    query.execute();
    while (query.fetch()) found.push_back({domain::organization_id::trusted(organization), domain::contact_id::trusted(id)});
    return found;
}

// Whether there may be more.
domain::result<bool> index_batch(transaction& open) {
    shared_values values(open);
    const auto position = values.get(progress);
    if (position == done) return false;
    const auto found = unindexed_after(open, position);
    contact_repository contacts(open);
    for (const auto& one : found)
        if (const auto person = contacts.find(one.organization, one.id)) add_to_search(open, one.organization, *person);
    const bool more = found.size() == batch;
    values.put(progress, more ? found.back().id.text() : done);
    return more;
}

}  // namespace

void index_contacts_of_older_schema(database& into, deadline until) {
    for (bool more = true; more;) more = into.write(until, index_batch).value();
}

}  // namespace extsrc::storage
