// SPDX-License-Identifier: BSL-1.0
#include "handlers/holder_lookup.hpp"

#include "domain/identifier_readings.hpp"
#include "domain/unicode_text.hpp"
#include "handlers/contact_view.hpp"
#include "storage/contact_repository.hpp"
#include "storage/identifier_repository.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

struct holders {
    std::vector<contact_view> shown;
    bool more = false;
};

domain::result<std::string> read_value(const request& asked) {
    auto value = domain::single_line("value", asked.query_parameter("value"), domain::identifier::max_value);
    if (value && value->empty()) return domain::invalid_field("value", "value.required", "value is missing.");
    return value;
}

std::optional<domain::contact_id> named(storage::transaction& open, const domain::organization_id& organization,
                                        const std::string& value) {
    const auto id = domain::contact_id::parse(value);
    const auto person = id ? storage::contact_repository(open).find_canonical(organization, *id) : std::nullopt;
    return person ? std::optional(person->id) : std::nullopt;
}

// One more than are shown when there are more.
std::vector<domain::contact_id> meant(storage::transaction& open, const domain::organization_id& organization,
                                      const std::string& value, const std::string& phone_region) {
    auto ids = storage::identifier_repository(open).holders(organization, domain::identifier_readings(value, phone_region),
                                                            max_holders + 1);
    if (auto first = named(open, organization, value)) {
        std::erase(ids, *first);
        ids.insert(ids.begin(), std::move(*first));
    }
    return ids;
}

}  // namespace

answer look_up_holders(const context& with, const request& asked) {
    const auto value = read_value(asked);
    if (!value) return value.error();
    const auto found = with.database.read(asked.until, [&](storage::transaction& open) {
        const auto ids = meant(open, asked.organization, *value, with.phone_region);
        const auto shown = std::span(ids).first(std::min(ids.size(), max_holders));
        return holders{view_contacts(open, asked.organization, shown, expansion::of(asked)), ids.size() > max_holders};
    });
    json::object body;
    auto& entities = body["entities"].emplace_array();
    for (const auto& view : found.shown) entities.push_back(render(view));
    body["partialResults"] = found.more;
    return reply(json::serialize(body));
}

}  // namespace extsrc::handlers
