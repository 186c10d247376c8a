// SPDX-License-Identifier: BSL-1.0
#include "command_table.hpp"

#include "loader/json_members.hpp"

#include <boost/json.hpp>
#include <ccp/base.h>
#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

namespace ccphost {
namespace {

std::string abi_text() {
    return fmt::format("{}.{}", CCP_ABI_MAJOR, CCP_ABI_MINOR);
}

std::string time_text(std::chrono::system_clock::time_point time) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

std::chrono::system_clock::time_point wall_time_of(std::chrono::steady_clock::time_point time) {
    const auto ahead = time - std::chrono::steady_clock::now();
    return std::chrono::system_clock::now() + std::chrono::duration_cast<std::chrono::system_clock::duration>(ahead);
}

boost::json::object summary_of(const generation& one, std::size_t pins_of_ours) {
    return {{"id", one.listed().id},
            {"version", one.listed().version},
            {"abi", fmt::format("{}.{}", one.listed().abi_major, one.listed().abi_min_minor)},
            {"generation", one.number()},
            {"state", std::string(name_of(one.state()))},
            {"inFlight", one.in_flight() - pins_of_ours},
            {"since", time_text(one.since())},
            {"build", one.build()}};
}

std::string_view name_of(permission_rule rule) {
    return rule == permission_rule::any ? "any" : "all";
}

boost::json::array handlers_of(const manifest& listed) {
    boost::json::array handlers;
    for (const auto& each : listed.handlers) {
        handlers.push_back(boost::json::object{{"operation", each.operation},
                                               {"method", each.method},
                                               {"path", each.path},
                                               {"rule", std::string(name_of(each.demand.rule))},
                                               {"permissions", boost::json::value_from(each.demand.permissions)}});
    }
    return handlers;
}

boost::json::array topics_of(const manifest& listed) {
    boost::json::array topics;
    for (const auto& each : listed.topics) {
        topics.push_back(boost::json::object{{"topic", each.text},
                                             {"rule", std::string(name_of(each.demand.rule))},
                                             {"permissions", boost::json::value_from(each.demand.permissions)}});
    }
    return topics;
}

boost::json::value parsed_or_text(const std::string& detail) {
    if (detail.empty()) return nullptr;
    boost::system::error_code bad;
    auto value = boost::json::parse(detail, bad);
    return bad ? boost::json::value(detail) : value;
}

}  // namespace

command_table::command_table(host_facts facts) : facts_(std::move(facts)) {
    commands_ = {{"plugin list", [this](const auto&) { return list_plugins(); }},
                 {"plugin show", [this](const auto& args) { return show_plugin(args); }},
                 {"task list", [this](const auto&) { return list_tasks(); }},
                 {"task run", [this](const auto& args) { return run_task(args); }},
                 {"status", [this](const auto&) { return status(); }},
                 {"health", [this](const auto&) { return health(); }},
                 {"metrics", [this](const auto&) { return control_reply{.data = boost::json::value(facts_.counters.text())}; }},
                 {"version", [this](const auto&) {
                      return control_reply{.data = boost::json::object{{"version", facts_.version}, {"abi", abi_text()}}};
                  }}};
}

control_reply command_table::run(const control_request& request) const {
    const auto found = commands_.find(request.command);
    if (found == commands_.end()) return {control_code::usage, "unknown command \"" + request.command + "\""};
    try {
        return found->second(request.args);
    } catch (const member_error& error) {
        return {control_code::usage, error.what()};
    } catch (const std::exception& error) {
        return {control_code::failed, request.command + ": " + error.what()};
    }
}

control_reply command_table::list_plugins() const {
    boost::json::array list;
    for (const auto& slot : facts_.plugins.slots()) {
        if (const auto pinned = slot.acquire()) list.push_back(summary_of(**pinned, 1));
    }
    return {.data = std::move(list)};
}

control_reply command_table::show_plugin(const boost::json::object& args) const {
    const boost::json::value document(args);
    json_members members(document, "args");
    const auto wanted = members.optional_text("id");
    members.reject_unknown();
    for (const auto& slot : facts_.plugins.slots()) {
        const auto pinned = slot.acquire();
        if (!pinned || (wanted && (*pinned)->listed().id != *wanted)) continue;
        auto& one = **pinned;
        auto data = summary_of(one, 1);
        const auto report = one.health();
        data["name"] = one.listed().name;
        data["manifest"] = one.listed().file.string();
        data["library"] = one.listed().library.string();
        data["sha256"] = one.listed().library_sha256;
        data["configSnapshot"] = one.services().config().snapshot();
        data["identityHook"] = one.identity_hook().has_value();
        data["health"] = {{"up", report.up}, {"detail", parsed_or_text(report.detail)}};
        data["handlers"] = handlers_of(one.listed());
        data["topics"] = topics_of(one.listed());
        return {.data = std::move(data)};
    }
    return {control_code::failed, wanted ? "no plugin \"" + *wanted + "\" is loaded" : "no plugin is loaded"};
}

control_reply command_table::list_tasks() const {
    boost::json::array list;
    for (const auto& task : facts_.tasks.list()) {
        boost::json::object row{{"name", task.id.name}, {"plugin", task.id.plugin}, {"everySeconds", task.every.count()}};
        row["lastRun"] = task.last_run ? boost::json::value(time_text(*task.last_run)) : nullptr;
        row["lastOutcome"] = task.last_run ? boost::json::value(task.last_outcome) : nullptr;
        row["nextRun"] = time_text(wall_time_of(task.next_run));
        row["description"] = task.description;
        list.push_back(std::move(row));
    }
    return {.data = std::move(list)};
}

control_reply command_table::run_task(const boost::json::object& args) const {
    const boost::json::value document(args);
    json_members members(document, "args");
    const auto name = members.text("task");
    const auto plugin = members.optional_text("plugin");
    members.reject_unknown();
    std::vector<task_id> named;
    for (const auto& task : facts_.tasks.list()) {
        if (task.id.name == name && (!plugin || task.id.plugin == *plugin)) named.push_back(task.id);
    }
    if (named.empty()) return {control_code::failed, "no running plugin has the task \"" + name + "\""};
    if (named.size() > 1) return {control_code::usage, "several plugins have the task \"" + name + "\", say which"};
    const auto result = facts_.runner.run(named.front());
    control_reply reply{.data = boost::json::object{{"name", name},
                                                    {"plugin", named.front().plugin},
                                                    {"outcome", std::string(task_outcome(result.status))},
                                                    {"report", parsed_or_text(result.report)}}};
    if (result.status == CCP_OK) return reply;
    reply.code = result.status == CCP_E_BUSY ? control_code::busy : control_code::failed;
    reply.message = "task " + name + ": " + result.error;
    return reply;
}

control_reply command_table::status() const {
    const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - facts_.started);
    return {.data = boost::json::object{{"version", facts_.version},
                                        {"abi", abi_text()},
                                        {"pid", ::getpid()},
                                        {"address", facts_.address},
                                        {"uptimeSeconds", uptime.count()},
                                        {"plugins", facts_.plugins.slots().size()},
                                        {"eventsDelivered", facts_.events.delivered()},
                                        {"eventsDropped", facts_.events.dropped()}}};
}

control_reply command_table::health() const {
    bool up = true;
    boost::json::array plugins;
    for (const auto& slot : facts_.plugins.slots()) {
        const auto pinned = slot.acquire();
        if (!pinned) continue;
        const auto report = (*pinned)->health();
        up = up && report.up;
        plugins.push_back(
            boost::json::object{{"id", (*pinned)->listed().id}, {"up", report.up}, {"detail", parsed_or_text(report.detail)}});
    }
    control_reply reply{.data = boost::json::object{{"status", up ? "up" : "down"}, {"plugins", std::move(plugins)}}};
    if (!up) {
        reply.code = control_code::failed;
        reply.message = "a plugin cannot serve";
    }
    return reply;
}

}  // namespace ccphost
