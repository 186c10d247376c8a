// SPDX-License-Identifier: BSL-1.0
#include "plugin_commands.hpp"

#include "loader/json_members.hpp"
#include "plugin_views.hpp"
#include "report_json.hpp"

#include <boost/json.hpp>

namespace ccphost {
namespace {

constexpr std::int64_t longest_drain_s = 3600;

// Reads the arguments that every operation takes; the others are read by the caller from the same members.
operation_order read_order(json_members& args, const command_call& call) {
    operation_order order{.plugin = args.optional_text("id"), .actor = call.actor};
    if (args.find("drainSeconds") != nullptr)
        order.drain = std::chrono::seconds(args.integer("drainSeconds", 0, longest_drain_s));
    return order;
}

std::optional<std::filesystem::path> read_path(json_members& args, std::string_view name) {
    const auto text = args.optional_text(name);
    if (!text) return std::nullopt;
    return std::filesystem::path(*text);
}

boost::json::value number_of(const std::optional<generation_mark>& mark) {
    if (!mark) return nullptr;
    return mark->number;
}

// The report without its steps; the longest column last.
boost::json::object row_of(const operation_report& report) {
    const auto whole = to_json(report);
    boost::json::object row;
    for (const auto* name : {"begun", "actor", "operation", "plugin"}) row[name] = whole.at(name);
    row["from"] = number_of(report.from);
    row["to"] = number_of(report.to);
    for (const auto* name : {"outcome", "milliseconds", "message"}) row[name] = whole.at(name);
    return row;
}

}  // namespace

void plugin_commands::add_to(command_map& commands) {
    commands["plugin list"] = [this](const auto&) { return list(); };
    commands["plugin show"] = [this](const auto& call) { return show(call); };
    commands["plugin health"] = [this](const auto& call) { return health(call); };
    commands["plugin history"] = [this](const auto&) { return history(); };
    commands["plugin load"] = [this](const auto& call) { return load(call); };
    commands["plugin reload"] = [this](const auto& call) { return reload(call); };
    commands["plugin rollback"] = [this](const auto& call) { return rollback(call); };
    commands["plugin unload"] = [this](const auto& call) { return unload(call); };
}

control_reply plugin_commands::list() const {
    boost::json::array list;
    for (const auto& pinned : plugins_.pin_all()) list.push_back(summary_of(*pinned, 1));
    for (const auto& left : plugins_.left().list()) list.push_back(summary_of(*left, 0));
    return {.data = std::move(list)};
}

control_reply plugin_commands::show(const command_call& call) const {
    const boost::json::value document(call.args);
    json_members args(document, "args");
    const auto wanted = args.optional_text("id");
    args.reject_unknown();
    for (const auto& pinned : plugins_.pin_all()) {
        if (wanted && pinned->listed().id != *wanted) continue;
        const auto last = reloads_.history().last_of(pinned->listed().id);
        return {.data = details_of(*pinned, last ? one_line(*last) : std::string())};
    }
    return {control_code::failed, wanted ? "no plugin \"" + *wanted + "\" is loaded" : "no plugin is loaded"};
}

control_reply plugin_commands::health(const command_call& call) const {
    const boost::json::value document(call.args);
    json_members args(document, "args");
    const auto wanted = args.optional_text("id");
    args.reject_unknown();
    auto survey = survey_health(plugins_.pin_all(), wanted);
    if (wanted && survey.rows.empty()) return {control_code::failed, "no plugin \"" + *wanted + "\" is loaded"};
    if (!survey.up) return {control_code::failed, not_up, std::move(survey.rows)};
    return {.data = std::move(survey.rows)};
}

control_reply plugin_commands::history() const {
    boost::json::array list;
    for (const auto& report : reloads_.history().list()) list.push_back(row_of(report));
    return {.data = std::move(list)};
}

control_reply plugin_commands::load(const command_call& call) {
    const boost::json::value document(call.args);
    json_members args(document, "args");
    auto order = read_order(args, call);
    plugin_source source{.manifest = args.text("manifest"), .library = read_path(args, "library")};
    const auto* config = args.find("config");
    source.config = config == nullptr ? boost::json::value(boost::json::object()) : *config;
    args.reject_unknown();
    return to_reply(reloads_.load(source, order));
}

control_reply plugin_commands::reload(const command_call& call) {
    const boost::json::value document(call.args);
    json_members args(document, "args");
    auto order = read_order(args, call);
    const source_changes changes{.manifest = read_path(args, "manifest"), .library = read_path(args, "library")};
    const bool wait = args.boolean_or("wait", true);
    args.reject_unknown();
    if (wait) return to_reply(reloads_.reload(order, changes));
    order.busy = when_busy::wait;  // it was accepted
    background_.post([this, order, changes] { static_cast<void>(reloads_.reload(order, changes)); });
    return {.data = boost::json::object{{"result", "accepted; see plugin history"}}};
}

control_reply plugin_commands::rollback(const command_call& call) {
    const boost::json::value document(call.args);
    json_members args(document, "args");
    const auto order = read_order(args, call);
    args.reject_unknown();
    return to_reply(reloads_.rollback(order));
}

control_reply plugin_commands::unload(const command_call& call) {
    const boost::json::value document(call.args);
    json_members args(document, "args");
    const auto order = read_order(args, call);
    const bool force = args.boolean_or("force", false);
    args.reject_unknown();
    return to_reply(reloads_.unload(order, force));
}

}  // namespace ccphost
