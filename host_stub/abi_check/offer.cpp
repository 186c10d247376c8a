// SPDX-License-Identifier: BSL-1.0
#include "offer.hpp"

#include "loader/one_line.hpp"

#include <boost/json.hpp>

namespace ccphost {
namespace {

namespace json = boost::json;

json::value text_or_null(const char* text) {
    return text == nullptr ? json::value() : json::value(text);
}

json::array ids(const char* const* list) {
    json::array found;
    for (; list != nullptr && *list != nullptr; ++list) found.emplace_back(*list);
    return found;
}

std::string plain(const json::value& value) {
    return value.is_string() ? one_line(std::string_view(value.as_string())) : json::serialize(value);
}

std::string joined(const json::value& list) {
    std::string text;
    for (const auto& each : list.as_array()) text.append(text.empty() ? "" : ", ").append(plain(each));
    return text.empty() ? "none" : text;
}

std::string handler_text(const json::value& handler) {
    const auto& demand = *handler.at("permissions").as_object().begin();
    return plain(handler.at("method")) + " " + plain(handler.at("path")) + "  " + std::string(demand.key()) + " of " +
           joined(demand.value());
}

void add_line(std::string& to, std::string name, const std::string& value) {
    name.resize(std::string_view("needs extensions").size(), ' ');
    to.append("  ").append(name).append("  ").append(value).append("\n");
}

}  // namespace

json::object describe(const ccp_descriptor_v1& descriptor) {
    const auto& header = descriptor.header;
    return {{"id", text_or_null(descriptor.id)},
            {"name", text_or_null(descriptor.name)},
            {"vendor", text_or_null(descriptor.vendor)},
            {"version", text_or_null(descriptor.version)},
            {"build", text_or_null(descriptor.build_id)},
            {"description", text_or_null(descriptor.description)},
            {"interface", std::to_string(header.abi_major) + "." + std::to_string(header.abi_minor)},
            {"minHostMinor", descriptor.min_host_minor},
            {"requiredExtensions", ids(descriptor.required_extensions)},
            {"optionalExtensions", ids(descriptor.optional_extensions)},
            {"schema", {{"min", descriptor.schema_version_min}, {"max", descriptor.schema_version_max}}},
            {"unloadSafe", (descriptor.flags & CCP_F_UNLOAD_SAFE) != 0}};
}

json::value describe(const handler_declaration& handler) {
    const char* rule = handler.demand.rule == permission_rule::all ? "all" : "any";
    return {{"operation", handler.operation},
            {"method", handler.method},
            {"path", handler.path},
            {"permissions", {{rule, json::array(handler.demand.permissions.begin(), handler.demand.permissions.end())}}}};
}

std::string offer_text(const json::object& offer) {
    auto text = plain(offer.at("id")) + " " + plain(offer.at("version")) + "\n";
    for (const char* each : {"name", "vendor", "build", "description", "interface"})
        add_line(text, each, plain(offer.at(each)));
    add_line(text, "needs host", plain(offer.at("interface")).substr(0, 2) + plain(offer.at("minHostMinor")) + " or newer");
    add_line(text, "needs extensions", joined(offer.at("requiredExtensions")));
    add_line(text, "takes extensions", joined(offer.at("optionalExtensions")));
    const auto& schema = offer.at("schema");
    add_line(text, "schema", plain(schema.at("min")) + " to " + plain(schema.at("max")));
    add_line(text, "unload-safe", offer.at("unloadSafe").as_bool() ? "yes" : "no");
    if (const auto* handlers = offer.if_contains("handlers")) {
        for (const auto& each : handlers->as_array()) add_line(text, "handler", handler_text(each));
        add_line(text, "identity hook", offer.at("identityHook").as_bool() ? "yes" : "no");
        const bool unnamed = offer.at("offersTasks").as_bool() && offer.at("tasks").as_array().empty();
        add_line(text, "tasks", unnamed ? "offered; the manifest names them" : joined(offer.at("tasks")));
        add_line(text, "transfer", offer.at("offersTransfer").as_bool() ? "yes" : "no");
        add_line(text, "console", joined(offer.at("console")));
    }
    return text;
}

}  // namespace ccphost
