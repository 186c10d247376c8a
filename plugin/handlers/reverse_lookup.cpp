// SPDX-License-Identifier: BSL-1.0
#include "handlers/reverse_lookup.hpp"

#include "domain/reverse_lookup.hpp"
#include "handlers/contact_view.hpp"
#include "handlers/query.hpp"
#include "storage/identifier_repository.hpp"

#include <boost/json.hpp>

#include <string_view>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

constexpr std::size_t max_contacts = 25;

// Expansions may be named from the result, "contacts.division", or from the contact.
expansion expansion_of(const request& asked) {
    constexpr std::string_view prefix = "contacts.";
    auto names = read_list(asked, "expand");
    for (auto& name : names)
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    return expansion::of(names);
}

}  // namespace

answer reverse_look_up(const context& with, const request& asked) {
    const auto wanted = domain::read_lookup_value(asked.query_parameter("lookupVal"), with.phone_region, "lookupVal");
    if (!wanted) return wanted.error();
    const auto division = read_division(asked);
    if (!division) return division.error();
    const auto expand = expansion_of(asked);
    const auto holders = with.database.read(asked.until, [&](storage::transaction& open) {
        const storage::scope where{asked.organization, *division};
        const auto ids = storage::identifier_repository(open).holders(where, *wanted, max_contacts);
        return view_contacts(open, asked.organization, ids, expand);
    });
    json::object found;
    auto& contacts = found["contacts"].emplace_array();
    for (const auto& view : holders) contacts.push_back(render(view));
    return reply(json::serialize(found));
}

}  // namespace extsrc::handlers
