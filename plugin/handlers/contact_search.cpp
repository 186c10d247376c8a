// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_search.hpp"

#include "handlers/contact_search_request.hpp"
#include "handlers/paths.hpp"
#include "handlers/query.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

struct search_result {
    std::size_t found = 0;  // one more than the depth when there are more
    std::vector<contact_view> shown;
};

search_result run(const context& with, const request& asked, contact_search_request search) {
    search.wanted.limit = page::max_depth + 1;
    return with.database.read(asked.until, [&](storage::transaction& open) {
        const auto ids = storage::search_contacts(open, asked.organization, search.wanted);
        const auto page = std::span(ids).subspan(std::min(search.shown.begin(), ids.size()));
        const auto shown = page.first(std::min(search.shown.size, page.size()));
        return search_result{ids.size(), view_contacts(open, asked.organization, shown, search.expand)};
    });
}

json::object render_listing(const search_result& result, const page& shown, const char* path) {
    json::object listing;
    auto& entities = listing["entities"].emplace_array();
    for (const auto& view : result.shown) entities.push_back(render(view));
    render_counts(shown, result.found, listing);
    listing["selfUri"] = path;
    return listing;
}

// Repeated parameters are joined, as the contract's clients send them.
std::vector<std::pair<std::string, std::string>> repeat_parameters(const request& asked) {
    std::vector<std::pair<std::string, std::string>> parameters{{"q", std::string(asked.query_parameter("q"))}};
    for (const auto* name : {"sortOrder", "expand", "divisionIds"}) {
        std::string joined;
        for (const auto entry : read_list(asked, name)) joined.append(joined.empty() ? "" : ",").append(entry);
        parameters.emplace_back(name, std::move(joined));
    }
    return parameters;
}

}  // namespace

answer list_contacts(const context& with, const request& asked) {
    const auto search = read_search_parameters(asked, with.phone_region);
    if (!search) return search.error();
    const auto result = run(with, asked, *search);
    auto listing = render_listing(result, search->shown, paths::contacts);
    render_links(search->shown, result.found, paths::contacts, repeat_parameters(asked), listing);
    return reply(json::serialize(listing));
}

answer search_contacts(const context& with, const request& asked) {
    const auto search = read_search_body(asked.body, with.phone_region);
    if (!search) return search.error();
    return reply(json::serialize(render_listing(run(with, asked, *search), search->shown, paths::search_contacts)));
}

}  // namespace extsrc::handlers
