// SPDX-License-Identifier: BSL-1.0
#include "handlers/identity_resolution_json.hpp"

#include "handlers/json_reader.hpp"

#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

void read_automerge(object_reader& body, domain::channel_resolution& resolution) {
    const auto* object = body.object("automerge");
    if (object == nullptr) return;
    object_reader reader(*object, body.path("automerge"), body.faults());
    resolution.merges_signed_in = reader.truth("authenticatedWebMessaging").value_or(false);
    resolution.merges_tracked = reader.truth("webTracking").value_or(false);
    reader.finish();
}

domain::channel_resolution read(object_reader& body, const resolution_shape& shape) {
    domain::channel_resolution resolution;
    (void)read_division(body, resolution.division);
    const auto faults_before = body.faults().size();
    const auto resolves = body.truth("resolveIdentities");
    if (!resolves && body.faults().size() == faults_before)
        body.fault("resolveIdentities", "value.required", body.path("resolveIdentities") + " is missing.");
    resolution.resolves = resolves.value_or(false);
    if (shape.external_source) resolution.source = read_source_reference(body);
    if (shape.automerge) read_automerge(body, resolution);
    body.ignore({"selfUri"});
    body.finish();
    return resolution;
}

}  // namespace

domain::result<domain::channel_resolution> read_resolution(const json::object& body, const resolution_shape& shape) {
    std::vector<domain::field_error> faults;
    domain::channel_resolution resolution;
    object_reader reader(body, "", faults);
    if (shape.wrapper.empty()) {
        resolution = read(reader, shape);
    } else if (const auto* wrapped = reader.object(shape.wrapper)) {
        object_reader inner(*wrapped, reader.path(shape.wrapper), faults);
        resolution = read(inner, shape);
        reader.finish();
    } else if (faults.empty()) {
        reader.fault(shape.wrapper, "value.required", std::string(shape.wrapper) + " is missing.");
    }
    if (!faults.empty()) return to_error(std::move(faults));
    return resolution;
}

json::object render(const domain::channel_resolution& resolution, const resolution_shape& shape,
                    const source_references& sources, std::string_view self_uri) {
    json::object model;
    model["division"] = {{"id", resolution.division.text()}};
    model["resolveIdentities"] = resolution.resolves;
    if (shape.external_source && resolution.source) model["externalSource"] = render_source(*resolution.source, sources);
    if (shape.automerge)
        model["automerge"] = {{"authenticatedWebMessaging", resolution.merges_signed_in},
                              {"webTracking", resolution.merges_tracked}};
    model["selfUri"] = self_uri;
    if (shape.wrapper.empty()) return model;
    json::object wrapped;
    wrapped[shape.wrapper] = std::move(model);
    return wrapped;
}

}  // namespace extsrc::handlers
