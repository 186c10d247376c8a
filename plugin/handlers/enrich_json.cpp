// SPDX-License-Identifier: BSL-1.0
#include "handlers/enrich_json.hpp"

#include "handlers/contact_json.hpp"
#include "handlers/identifier_json.hpp"
#include "handlers/json_choice.hpp"
#include "handlers/json_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

constexpr std::array actions{
    named_value<enrich_action>{"Insert", enrich_action::insert},
    named_value<enrich_action>{"Update", enrich_action::update},
    named_value<enrich_action>{"Upsert", enrich_action::upsert},
    named_value<enrich_action>{"Merge", enrich_action::merge},
};

void read_matching_identifier(object_reader& body, const std::string& name, const json::value& entry,
                              std::string_view phone_region, enrich_request& wanted) {
    if (!entry.is_object()) return body.fault(name, "type.mismatch", body.path(name) + " is not an object.");
    object_reader reader(entry.get_object(), body.path(name), body.faults());
    auto draft = read_identifier(reader, phone_region);
    if (draft.division_given && draft.division != wanted.division)
        reader.fault("division.id", "value.invalid", "The identifier is of another division than the request.");
    auto& matching = wanted.matching;
    if (std::find(matching.begin(), matching.end(), draft.value) == matching.end()) matching.push_back(std::move(draft.value));
}

void read_matching(object_reader& body, std::string_view phone_region, enrich_request& wanted) {
    const auto* entries = body.array("matchingIdentifiers");
    if (entries == nullptr || entries->empty())
        return body.fault("matchingIdentifiers", "value.required", "matchingIdentifiers is missing or empty.");
    if (entries->size() > max_matching_identifiers)
        return body.fault("matchingIdentifiers", "too.many", "A request takes up to 25 matching identifiers.");
    for (std::size_t i = 0; i < entries->size(); ++i)
        read_matching_identifier(body, "matchingIdentifiers[" + std::to_string(i) + "]", (*entries)[i], phone_region, wanted);
}

void read_options(object_reader& body, enrich_request& wanted) {
    const auto* object = body.object("options");
    if (object == nullptr) return;
    object_reader reader(*object, body.path("options"), body.faults());
    wanted.promote = reader.truth("promote").value_or(false);
    reader.finish();
}

void read_action(object_reader& body, enrich_request& wanted) {
    const auto faults_before = body.faults().size();
    const auto action = read_choice(body, "action", actions);
    if (action)
        wanted.action = *action;
    else if (body.faults().size() == faults_before)
        body.fault("action", "value.required", "action is missing.");
}

// Held to the rules of a contact here, so that faults name their place in the request and not in what comes of it.
void read_provided(object_reader& body, std::string_view phone_region, enrich_request& wanted) {
    const auto* object = body.object("contact");
    if (object == nullptr) return;
    const auto draft = read_contact(*object, phone_region, body.path("contact"));
    if (!draft) return body.fault(draft.error());
    if (draft->division_given && draft->division != wanted.division)
        body.fault("contact.division.id", "value.invalid", "The contact is of another division than the request.");
    wanted.provided = *object;
}

}  // namespace

domain::result<enrich_request> read_enrich_request(const json::object& body, std::string_view phone_region) {
    std::vector<domain::field_error> faults;
    object_reader reader(body, "", faults);
    enrich_request wanted;
    wanted.tracker = reader.line("id", domain::max_scalar_length);
    (void)read_division(reader, wanted.division);
    read_matching(reader, phone_region, wanted);
    read_action(reader, wanted);
    read_provided(reader, phone_region, wanted);
    wanted.rules = read_enrich_rules(reader);
    read_options(reader, wanted);
    reader.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    return wanted;
}

}  // namespace extsrc::handlers
