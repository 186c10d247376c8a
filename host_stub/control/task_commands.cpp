// SPDX-License-Identifier: BSL-1.0
#include "task_commands.hpp"

#include "loader/json_members.hpp"
#include "plugin_views.hpp"
#include "report_json.hpp"

#include <boost/json.hpp>
#include <ccp/base.h>

#include <vector>

namespace ccphost {
namespace {

std::chrono::system_clock::time_point wall_time_of(std::chrono::steady_clock::time_point time) {
    const auto ahead = time - std::chrono::steady_clock::now();
    return std::chrono::system_clock::now() + std::chrono::duration_cast<std::chrono::system_clock::duration>(ahead);
}

}  // namespace

void task_commands::add_to(command_map& commands) {
    commands["task list"] = [this](const auto&) { return list(); };
    commands["task run"] = [this](const auto& call) { return run(call); };
}

control_reply task_commands::list() const {
    boost::json::array list;
    for (const auto& task : tasks_.list()) {
        boost::json::object row{{"name", task.id.name}, {"plugin", task.id.plugin}, {"everySeconds", task.every.count()}};
        row["lastRun"] = task.last_run ? boost::json::value(time_text(*task.last_run)) : nullptr;
        row["lastOutcome"] = task.last_run ? boost::json::value(task.last_outcome) : nullptr;
        row["nextRun"] = time_text(wall_time_of(task.next_run));
        row["description"] = task.description;
        list.push_back(std::move(row));
    }
    return {.data = std::move(list)};
}

control_reply task_commands::run(const command_call& call) const {
    const boost::json::value document(call.args);
    json_members members(document, "args");
    const auto name = members.text("task");
    const auto plugin = members.optional_text("plugin");
    members.reject_unknown();
    std::vector<task_id> named;
    for (const auto& task : tasks_.list()) {
        if (task.id.name == name && (!plugin || task.id.plugin == *plugin)) named.push_back(task.id);
    }
    if (named.empty()) return {control_code::failed, "no running plugin has the task \"" + name + "\""};
    if (named.size() > 1) return {control_code::usage, "several plugins have the task \"" + name + "\", say which"};
    const auto result = runner_.run(named.front());
    control_reply reply{.data = boost::json::object{{"name", name},
                                                    {"plugin", named.front().plugin},
                                                    {"outcome", std::string(task_outcome(result.status))},
                                                    {"report", parsed_or_text(result.report)}}};
    if (result.status == CCP_OK) return reply;
    reply.code = result.status == CCP_E_BUSY ? control_code::busy : control_code::failed;
    reply.message = "task " + name + ": " + result.error;
    return reply;
}

}  // namespace ccphost
