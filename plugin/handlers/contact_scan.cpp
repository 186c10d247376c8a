// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_scan.hpp"

#include "handlers/contact_view.hpp"
#include "handlers/paths.hpp"
#include "handlers/query.hpp"
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

// What one listing goes over.
struct scanned {
    const char* path;
    std::string listing;                          // what its cursors are bound to
    std::optional<domain::division_id> division;  // nothing for all
    std::string division_parameter;               // as the client gave it
};

json::object render_page(const context& with, const request& asked, const scanned& over, const std::vector<contact_view>& found,
                         std::size_t limit) {
    json::object page;
    json::array& entities = page["entities"].emplace_array();
    for (std::size_t i = 0; i < std::min(found.size(), limit); ++i) entities.push_back(render(found[i]));
    page["selfUri"] = over.path;
    auto& cursors = page["cursors"].emplace_object();
    if (found.size() <= limit) return page;
    const auto token =
        with.cursors.make(over.listing, asked.organization, found[limit - 1].person.id.text(), with.wall_clock());
    cursors["after"] = token;
    page["nextUri"] =
        with_query(over.path, {{"cursor", token}, {"limit", std::to_string(limit)}, {"divisionId", over.division_parameter}});
    return page;
}

answer scan(const context& with, const request& asked, const scanned& over) {
    const auto limit = read_limit(asked);
    if (!limit) return limit.error();
    const auto after = with.cursors.read(asked.query_parameter("cursor"), over.listing, asked.organization, with.wall_clock());
    if (!after) return after.error();
    const auto expand = expansion::of(asked);
    const auto found = with.database.read(asked.until, [&](storage::transaction& open) {
        std::vector<contact_view> views;
        for (auto& person : storage::contact_repository(open).scan(asked.organization, over.division, *after, *limit + 1))
            views.push_back(view_contact(open, asked.organization, std::move(person), expand));
        return views;
    });
    return reply(json::serialize(render_page(with, asked, over, found, *limit)));
}

}  // namespace

answer scan_contacts(const context& with, const request& asked) {
    const auto division = read_division(asked);
    if (!division) return division.error();
    return scan(with, asked,
                {paths::scan_contacts, "scan/contacts|" + division->text(), *division,
                 std::string(asked.query_parameter("divisionId"))});
}

answer scan_contacts_of_all_divisions(const context& with, const request& asked) {
    return scan(with, asked, {paths::scan_all_contacts, "scan/contacts/divisionviews/all", std::nullopt, {}});
}

}  // namespace extsrc::handlers
