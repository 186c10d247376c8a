// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_merge.hpp"

#include "domain/merge_rule.hpp"
#include "handlers/contact_call.hpp"
#include "handlers/json_reader.hpp"
#include "identity/merging.hpp"

#include <boost/json.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

using domain::contact_id;
using domain::result;

// A MergeContactsRequest.
struct merge_request {
    std::vector<contact_id> ids;
    std::optional<identity::value_override> override_with;
};

contact_id read_id(object_reader& body, const std::string& name, const json::value& value) {
    const auto id = value.is_string() ? contact_id::parse(value.get_string()) : std::nullopt;
    if (!id) body.fault(name, "value.invalid", name + " is not a UUID.");
    return id.value_or(contact_id());
}

std::vector<contact_id> read_ids(object_reader& body) {
    std::vector<contact_id> ids;
    const auto faults_before = body.faults().size();
    const auto* entries = body.array("contactIds");
    if (entries == nullptr && body.faults().size() == faults_before)
        body.fault("contactIds", "value.required", "contactIds is missing.");
    if (entries != nullptr && entries->size() > domain::max_merged_contacts) {
        body.fault("contactIds", "value.out.of.range", "A merge takes 2 to 25 contacts.");
        return ids;
    }
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i)
        ids.push_back(read_id(body, "contactIds[" + std::to_string(i) + "]", (*entries)[i]));
    return ids;
}

result<merge_request> read_merge(const json::object& body, std::string_view phone_region) {
    std::vector<domain::field_error> faults;
    object_reader reader(body, "", faults);
    merge_request wanted{read_ids(reader), std::nullopt};
    const auto* override_with = reader.object("valueOverride");
    reader.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    if (override_with == nullptr) return wanted;
    auto draft = read_contact(*override_with, phone_region, "valueOverride");
    if (!draft) return draft.error();
    wanted.override_with = identity::value_override{std::move(draft->profile), std::move(draft->external_ids), std::nullopt};
    if (draft->division_given) wanted.override_with->division = draft->division;
    return wanted;
}

result<std::pair<contact_id, contact_id>> read_pair(const json::object& body) {
    std::vector<domain::field_error> faults;
    object_reader reader(body, "", faults);
    std::pair<contact_id, contact_id> pair;
    for (auto [name, id] : {std::pair("sourceContactId", &pair.first), std::pair("targetContactId", &pair.second)})
        *id = read_id(reader, name, json::value(reader.text(name).value_or("")));
    reader.finish();
    if (faults.empty() && pair.first == pair.second)
        reader.fault("targetContactId", "value.repeated", "A contact cannot be merged with itself.");
    if (!faults.empty()) return to_error(std::move(faults));
    return pair;
}

}  // namespace

answer merge_contacts(const context& with, const request& asked) {
    const auto mode = read_change_mode(asked);
    if (!mode) return mode.error();
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    const auto wanted = read_merge(*body, with.phone_region);
    if (!wanted) return wanted.error();
    return change_contact(
        with, asked,
        [&](storage::transaction& open, identity::contact_book&) {
            return identity::merging(open, asked.organization, with.wall_clock()).merge(wanted->ids, wanted->override_with);
        },
        *mode);
}

answer merge_contact_pair(const context& with, const request& asked) {
    const auto mode = read_change_mode(asked);
    if (!mode) return mode.error();
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    const auto pair = read_pair(*body);
    if (!pair) return pair.error();
    return change_contact(
        with, asked,
        [&](storage::transaction& open, identity::contact_book&) {
            return identity::merging(open, asked.organization, with.wall_clock()).merge_pair(pair->first, pair->second);
        },
        *mode);
}

}  // namespace extsrc::handlers
