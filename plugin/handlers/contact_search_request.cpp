// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_search_request.hpp"

#include "handlers/json_reader.hpp"
#include "handlers/query.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

using domain::result;
using storage::sort_field;
using storage::sort_level;
using texts = std::span<const std::string_view>;

constexpr std::size_t max_divisions = 50;
constexpr std::size_t max_ids = 100;

constexpr std::array<std::pair<std::string_view, sort_field>, 4> sort_fields{{{"firstName", sort_field::first_name},
                                                                              {"lastName", sort_field::last_name},
                                                                              {"middleName", sort_field::middle_name},
                                                                              {"title", sort_field::title}}};

// "title" or "title:asc" or "title:desc".
std::optional<sort_level> read_level(std::string_view text) {
    const auto colon = std::min(text.find(':'), text.size());
    const auto direction = text.substr(colon);
    const auto found = std::find_if(sort_fields.begin(), sort_fields.end(),
                                    [&](const auto& field) { return field.first == text.substr(0, colon); });
    if (found == sort_fields.end()) return std::nullopt;
    if (!direction.empty() && direction != ":asc" && direction != ":desc") return std::nullopt;
    return sort_level{found->second, direction == ":desc"};
}

result<std::vector<sort_level>> read_order(texts entries, const std::string& field) {
    std::vector<sort_level> order;
    for (const auto entry : entries) {
        const auto level = read_level(entry);
        if (!level)
            return domain::invalid_field(field, "value.invalid",
                                         field + " takes firstName, lastName, middleName and title, each with :asc or :desc.");
        const auto same = [&](const sort_level& other) { return other.field == level->field; };
        if (std::any_of(order.begin(), order.end(), same))
            return domain::invalid_field(field, "value.repeated", field + " names a field twice.");
        order.push_back(*level);
    }
    return order;
}

template <class Id>
result<std::vector<Id>> read_ids(texts entries, std::size_t max, const std::string& field, const std::string& form) {
    if (entries.size() > max)
        return domain::invalid_field(field, "too.many", field + " has more than " + std::to_string(max) + " entries.");
    std::vector<Id> ids;
    for (const auto entry : entries) {
        const auto id = Id::parse(entry);
        if (!id) return domain::invalid_field(field, "value.invalid", field + " has an entry that is " + form + ".");
        ids.push_back(*id);
    }
    return ids;
}

result<std::vector<domain::division_id>> read_divisions(texts entries) {
    return read_ids<domain::division_id>(entries, max_divisions, "divisionIds", "neither a UUID nor *");
}

// The value, or a default one once the faults are noted.
template <class Value>
Value taken(result<Value> read, std::vector<domain::field_error>& faults) {
    if (read) return std::move(*read);
    const auto failed = read.error();
    faults.insert(faults.end(), failed.fields.begin(), failed.fields.end());
    return {};
}

void read_simple_search(object_reader& operation, std::string_view phone_region, storage::contact_search& wanted) {
    const auto* object = operation.object("simpleSearch");
    if (object == nullptr) return;
    object_reader body(*object, operation.path("simpleSearch"), operation.faults());
    wanted.keywords =
        taken(domain::read_query(body.text("query").value_or(""), phone_region, body.path("query")), body.faults());
    wanted.order = taken(read_order(body.texts("sortOrder"), body.path("sortOrder")), body.faults());
    wanted.among = taken(read_ids<domain::contact_id>(body.texts("ids"), max_ids, body.path("ids"), "no UUID"), body.faults());
    body.finish();
}

}  // namespace

result<contact_search_request> read_search_parameters(const request& asked, std::string_view phone_region) {
    contact_search_request search;
    std::vector<domain::field_error> faults;
    search.shown = taken(read_page(asked), faults);
    search.wanted.keywords = taken(domain::read_query(asked.query_parameter("q"), phone_region, "q"), faults);
    search.wanted.order = taken(read_order(read_list(asked, "sortOrder"), "sortOrder"), faults);
    search.wanted.divisions = taken(read_divisions(read_list(asked, "divisionIds")), faults);
    search.expand = expansion::of(asked);
    if (!faults.empty()) return to_error(std::move(faults));
    return search;
}

result<contact_search_request> read_search_body(std::string_view text, std::string_view phone_region) {
    const auto object = parse_body(text);
    if (!object) return object.error();
    contact_search_request search;
    std::vector<domain::field_error> faults;
    object_reader body(*object, "", faults);
    const auto size = body.whole_number("pageSize");
    const auto number = body.whole_number("pageNumber");
    search.shown = taken(make_page(size, number), faults);
    search.wanted.divisions = taken(read_divisions(body.texts("divisionIds")), faults);
    search.expand = expansion::of(body.texts("expand"));
    if (const auto* given = body.object("operation")) {
        object_reader operation(*given, "operation", faults);
        read_simple_search(operation, phone_region, search.wanted);
        operation.finish();
    }
    body.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    return search;
}

}  // namespace extsrc::handlers
