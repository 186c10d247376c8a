// SPDX-License-Identifier: BSL-1.0
#include "handlers/identifier_json.hpp"

#include "handlers/external_source_json.hpp"
#include "handlers/timestamp.hpp"

#include <optional>
#include <utility>

namespace extsrc::handlers {
namespace {

domain::identifier make(object_reader& body, domain::identifier_type type, std::string_view region) {
    const std::string value_path = body.path("value");
    const std::string source_path = body.path("externalSource.id");
    const auto faults_before = body.faults().size();
    const auto source = read_source_reference(body);
    const auto value = body.text("value");
    if (body.faults().size() != faults_before) return {};
    auto made = domain::make_identifier(type, source, value.value_or(""), region, {.value = value_path, .source = source_path});
    if (!made) return body.fault(made.error()), domain::identifier();
    return std::move(*made);
}

}  // namespace

std::optional<domain::source_id> read_source_reference(object_reader& body) {
    const auto* object = body.object("externalSource");
    if (object == nullptr) return std::nullopt;
    object_reader reader(*object, body.path("externalSource"), body.faults());
    const auto text = reader.text("id");
    reader.ignore({"name", "active", "linkConfiguration", "selfUri"});
    reader.finish();
    if (!text) return std::nullopt;
    auto id = domain::source_id::parse(*text);
    if (!id) reader.fault("id", "value.invalid", reader.path("id") + " is not a UUID.");
    return id;
}

bool read_division(object_reader& body, domain::division_id& division) {
    const auto* object = body.object("division");
    if (object == nullptr) return false;
    object_reader reader(*object, body.path("division"), body.faults());
    const auto text = reader.text("id");
    reader.ignore({"name", "selfUri"});
    reader.finish();
    if (!text || text->empty()) return false;
    const auto id = domain::division_id::parse(*text);
    if (!id) return reader.fault("id", "value.invalid", reader.path("id") + " is neither a UUID nor *."), false;
    division = *id;
    return true;
}

identifier_draft read_identifier(object_reader& body, std::string_view phone_region) {
    identifier_draft draft;
    draft.division_given = read_division(body, draft.division);
    const auto faults_before = body.faults().size();
    const auto name = body.text("type");
    const auto type = domain::identifier_type_from(name.value_or(""));
    if (type)
        draft.value = make(body, *type, phone_region);
    else if (body.faults().size() == faults_before)
        body.fault("type", name ? "value.invalid" : "value.required", body.path("type") + " is not an identifier type.");
    body.ignore({"value", "externalSource", "dateCreated", "id", "selfUri"});
    body.finish();
    return draft;
}

domain::identifier read_external_id(object_reader& body) {
    auto value = make(body, domain::identifier_type::external_id, "");
    body.finish();
    return value;
}

boost::json::object render_source(const domain::source_id& id, const source_references& sources) {
    const auto found = sources.live.find(id);
    if (found == sources.live.end()) return {{"id", id.text()}};
    return sources.expanded ? render(found->second) : render_reference(id);
}

boost::json::object render(const storage::held_identifier& held, const domain::division_id& division,
                           const source_references& sources) {
    boost::json::object model;
    model["division"] = {{"id", division.text()}};
    model["type"] = domain::to_string(held.value.type);
    model["value"] = held.value.value;
    model["dateCreated"] = to_iso_8601(held.since);
    if (held.value.source) model["externalSource"] = render_source(*held.value.source, sources);
    return model;
}

}  // namespace extsrc::handlers
