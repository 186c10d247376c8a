// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_json.hpp"

#include "handlers/identifier_json.hpp"
#include "handlers/json_reader.hpp"
#include "handlers/paths.hpp"
#include "handlers/profile_json.hpp"
#include "handlers/timestamp.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

std::optional<std::vector<domain::identifier>> read_external_ids(object_reader& body) {
    const auto* entries = body.array("externalIds");
    if (entries == nullptr) return std::nullopt;
    std::vector<domain::identifier> wanted;
    if (entries->size() > domain::max_external_ids) {
        body.fault("externalIds", "too.many",
                   "A contact can have up to " + std::to_string(domain::max_external_ids) + " external IDs.");
        return wanted;
    }
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const std::string name = "externalIds[" + std::to_string(i) + "]";
        if (!(*entries)[i].is_object()) {
            body.fault(name, "type.mismatch", name + " is not an object.");
            continue;
        }
        object_reader reader((*entries)[i].get_object(), body.path(name), body.faults());
        auto value = read_external_id(reader);
        if (std::find(wanted.begin(), wanted.end(), value) == wanted.end()) wanted.push_back(std::move(value));
    }
    return wanted;
}

std::string contact_uri(const domain::contact_id& id) {
    return std::string(paths::contacts) + "/" + id.text();
}

json::object render_link(const domain::contact_id& id) {
    return {{"id", id.text()}, {"selfUri", contact_uri(id)}};
}

json::object render_division(const domain::division_id& division, bool expanded) {
    json::object model{{"id", division.text()}};
    if (expanded && division == domain::division_id()) model["name"] = "Unassigned";
    if (expanded && division != domain::division_id()) model["selfUri"] = std::string(paths::divisions) + "/" + division.text();
    return model;
}

void render_merge_set(const contact_view& view, json::object& model) {
    const auto& person = view.person;
    model["canonicalContact"] = render_link(person.canonical);
    if (person.merged_away()) model["mergedTo"] = render_link(person.merged_to);
    json::array everyone;
    json::array merged_from;
    for (const auto& member : view.merge_set) {
        everyone.push_back(render_link(member.id));
        if (member.merged_to == person.id) merged_from.push_back(render_link(member.id));
    }
    model["mergeSet"] = std::move(everyone);
    if (!merged_from.empty()) model["mergedFrom"] = std::move(merged_from);
}

}  // namespace

domain::result<contact_draft> read_contact(const json::object& body, std::string_view phone_region, std::string_view path) {
    std::vector<domain::field_error> faults;
    object_reader reader(body, std::string(path), faults);
    contact_draft draft;
    draft.profile = read_profile(reader, phone_region);
    draft.division_given = read_division(reader, draft.division);
    draft.external_ids = read_external_ids(reader);
    reader.ignore({"id", "type", "identifiers", "createDate", "modifyDate", "externalDataSources", "canonicalContact",
                   "mergeSet", "mergedFrom", "mergedTo", "mergeOperation", "selfUri"});
    reader.refuse_unless_empty({"schema"});
    reader.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    return draft;
}

json::object render(const contact_view& view) {
    json::object model;
    const auto& person = view.person;
    model["id"] = person.id.text();
    model["division"] = render_division(person.division, view.show_division);
    model["type"] = domain::to_string(person.type);
    render_profile(person.profile, model);
    auto& external_ids = model["externalIds"].emplace_array();
    for (const auto& held : view.held)
        if (held.value.source)
            external_ids.push_back(
                {{"externalSource", render_source(*held.value.source, view.sources)}, {"value", held.value.value}});
    if (view.show_identifiers) {
        auto& identifiers = model["identifiers"].emplace_array();
        for (const auto& held : view.held)
            if (held.owned) identifiers.push_back(render(held, person.division, view.sources));
    }
    if (!person.canonical.empty()) render_merge_set(view, model);
    model["createDate"] = to_iso_8601(person.created_at);
    model["modifyDate"] = to_iso_8601(person.modified_at);
    model["selfUri"] = contact_uri(person.id);
    return model;
}

}  // namespace extsrc::handlers
