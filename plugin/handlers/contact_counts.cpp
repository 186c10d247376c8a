// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_counts.hpp"

#include "handlers/query.hpp"
#include "storage/source_holders.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

domain::error bad_ids(const char* code, const char* message) {
    return domain::invalid_field("ids", code, message);
}

domain::result<std::vector<domain::source_id>> read_ids(const request& asked) {
    std::vector<domain::source_id> ids;
    for (const auto entry : read_list(asked, "ids")) {
        const auto id = domain::source_id::parse(entry);
        if (!id) return bad_ids("value.invalid", "ids names something that is not a UUID.");
        if (std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*id);
        if (ids.size() > max_counted_sources) return bad_ids("value.out.of.range", "At most 200 ids are allowed.");
    }
    if (ids.empty()) return bad_ids("value.required", "ids is missing.");
    return ids;
}

}  // namespace

answer count_contacts_of_sources(const context& with, const request& asked) {
    const auto ids = read_ids(asked);
    if (!ids) return ids.error();
    json::object body;
    body["entities"] = with.database.read(asked.until, [&](storage::transaction& open) {
        json::array counts;
        storage::source_holders holders(open, asked.organization);
        for (const auto& id : *ids) {
            const auto found = holders.count(id, max_counted_contacts + 1);
            counts.push_back({{"id", id.text()},
                              {"contactCount", std::min(found, max_counted_contacts)},
                              {"capped", found > max_counted_contacts}});
        }
        return counts;
    });
    return reply(json::serialize(body));
}

}  // namespace extsrc::handlers
