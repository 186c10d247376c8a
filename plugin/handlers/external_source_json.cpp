// SPDX-License-Identifier: BSL-1.0
#include "handlers/external_source_json.hpp"

#include "handlers/json_reader.hpp"
#include "handlers/paths.hpp"

#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

std::string self_uri(const domain::source_id& id) {
    return std::string(paths::external_sources) + "/" + id.text();
}

std::optional<domain::link_template> read_link(object_reader& body) {
    const auto* configuration = body.object("linkConfiguration");
    if (configuration == nullptr) return std::nullopt;
    object_reader reader(*configuration, body.path("linkConfiguration"), body.faults());
    const auto text = reader.text("uriTemplate");
    reader.finish();
    // Clients that fill every field send an empty text for "none".
    if (!text || text->empty()) return std::nullopt;
    auto link = domain::link_template::parse(*text, reader.path("uriTemplate"));
    if (!link) return reader.fault(link.error()), std::nullopt;
    return std::move(*link);
}

}  // namespace

domain::result<external_source_draft> read_external_source(const boost::json::object& body) {
    std::vector<domain::field_error> faults;
    object_reader reader(body, "", faults);
    external_source_draft draft{domain::source_name::trusted(""), reader.truth("active"), read_link(reader)};
    const auto faults_before = faults.size();
    const auto text = reader.text("name");
    if (faults.size() == faults_before) {
        auto name = domain::source_name::parse(text.value_or(""));
        name ? void(draft.name = std::move(*name)) : reader.fault(name.error());
    }
    reader.ignore({"id", "selfUri"});
    reader.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    return draft;
}

boost::json::object render(const domain::external_source& source) {
    boost::json::object model;
    model["id"] = source.id.text();
    model["name"] = source.name.text();
    model["active"] = source.active;
    if (source.link) model["linkConfiguration"] = {{"uriTemplate", source.link->text()}};
    model["selfUri"] = self_uri(source.id);
    return model;
}

boost::json::object render_reference(const domain::source_id& id) {
    boost::json::object model;
    model["id"] = id.text();
    model["selfUri"] = self_uri(id);
    return model;
}

}  // namespace extsrc::handlers
