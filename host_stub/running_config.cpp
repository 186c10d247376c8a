// SPDX-License-Identifier: BSL-1.0
#include "running_config.hpp"

#include "control/report_json.hpp"

#include <boost/json.hpp>

namespace ccphost {
namespace {

boost::json::object row_of(const config_change& change) {
    return {{"path", change.path}, {"change", change.kind}, {"takesEffectBy", std::string(name_of(change.effect))}};
}

std::string result_of(const config_change& change, const std::map<std::size_t, operation_report>& outcomes) {
    if (change.effect != change_effect::configure) return "not yet";
    const auto& report = outcomes.at(change.plugin);
    return report.outcome == operation_outcome::done ? "taken over" : std::string(name_of(report.outcome));
}

// The worst of them is the answer.
void judge(control_reply& reply, const std::map<std::size_t, operation_report>& outcomes) {
    for (const auto& [plugin, report] : outcomes) {
        if (report.outcome == operation_outcome::done) continue;
        const auto one = to_reply(report);
        reply.code = one.code;
        reply.message += (reply.message.empty() ? "" : "; ") + one.message;
    }
}

}  // namespace

void running_config::add_to(command_map& commands) {
    commands["config diff"] = [this](const auto&) { return diff(); };
    commands["config reload"] = [this](const auto& call) { return reload(call.actor); };
}

control_reply running_config::diff() const {
    const auto next = read_host_config(file_);
    if (!next) return {control_code::refused, next.error().text()};
    const std::lock_guard lock(mutex_);
    boost::json::array rows;
    for (const auto& change : config_changes(document_, next->document)) rows.push_back(row_of(change));
    return {.data = std::move(rows)};
}

control_reply running_config::reload(const std::string& actor) {
    const auto next = read_host_config(file_);
    if (!next) return {control_code::refused, next.error().text()};
    const std::lock_guard lock(mutex_);
    const auto changes = config_changes(document_, next->document);
    const auto outcomes = configure_changed(changes, *next, actor);
    boost::json::array rows;
    for (const auto& change : changes) {
        auto row = row_of(change);
        row["result"] = result_of(change, outcomes);
        rows.push_back(std::move(row));
    }
    control_reply reply{.data = std::move(rows)};
    judge(reply, outcomes);
    return reply;
}

running_config::reports_by_plugin running_config::configure_changed(const std::vector<config_change>& changes,
                                                                    const host_config& next, const std::string& actor) {
    reports_by_plugin reports;
    for (const auto& change : changes) {
        if (change.effect != change_effect::configure || reports.contains(change.plugin)) continue;
        const auto& source = next.plugins.at(change.plugin);
        const auto listed = read_manifest(source.manifest);
        operation_order order{.actor = actor};
        if (listed) order.plugin = listed->id;
        const auto report = reloads_.configure(order, source.config);
        if (report.outcome == operation_outcome::done) {
            document_.at("plugins").at(change.plugin).as_object()["config"] = source.config;
        }
        reports.emplace(change.plugin, report);
    }
    return reports;
}

}  // namespace ccphost
