// SPDX-License-Identifier: BSL-1.0
#include "running_config.hpp"

#include "control/report_json.hpp"

#include <boost/json.hpp>

#include <set>
#include <utility>

namespace ccphost {
namespace {

bool is_accepted(operation_outcome outcome) {
    return outcome == operation_outcome::done || outcome == operation_outcome::deferred;
}

boost::json::object row_of(const config_change& change) {
    return {{"path", change.path}, {"change", change.kind}, {"takesEffectBy", std::string(name_of(change.effect))}};
}

std::string result_of(const config_change& change, const std::map<std::size_t, operation_report>& outcomes) {
    if (change.effect == change_effect::restart) return "after a restart";
    const auto outcome = outcomes.at(change.plugin).outcome;
    if (!is_accepted(outcome)) return std::string(name_of(outcome));
    const bool later = change.effect == change_effect::reload || outcome == operation_outcome::deferred;
    return later ? "after a plugin reload" : "taken over";
}

// The members that differ, by the index of the plugin.
std::map<std::size_t, std::set<std::string>> members_by_plugin(const std::vector<config_change>& changes) {
    std::map<std::size_t, std::set<std::string>> members;
    for (const auto& change : changes) {
        if (change.effect != change_effect::restart) members[change.plugin].insert(change.member);
    }
    return members;
}

source_changes changes_to(const plugin_source& next, const std::set<std::string>& members) {
    source_changes changes;
    if (members.contains("manifest")) changes.manifest = next.manifest;
    if (changes.manifest || members.contains("library")) changes.library = next.library.value_or(std::filesystem::path());
    if (members.contains("config")) changes.config = next.config;
    if (members.contains("taskSeconds")) changes.task_intervals = next.task_intervals;
    if (members.contains("watch")) changes.watch = next.watch;
    return changes;
}

// The worst of them is the answer.
void judge(control_reply& reply, const std::map<std::size_t, operation_report>& outcomes) {
    for (const auto& [plugin, report] : outcomes) {
        if (is_accepted(report.outcome)) continue;
        const auto one = to_reply(report);
        reply.code = one.code;
        reply.message += (reply.message.empty() ? "" : "; ") + one.message;
    }
}

}  // namespace

running_config::running_config(const host_config& config, const plugin_set& plugins, reloader& reloads)
    : file_(config.file), document_(config.document), reloads_(reloads) {
    for (const auto& pinned : plugins.pin_all()) ids_.push_back(pinned->listed().id);
}

void running_config::add_to(command_map& commands) {
    commands["config diff"] = [this](const auto&) { return diff(); };
    commands["config reload"] = [this](const auto& call) { return reload({.actor = call.actor}); };
}

control_reply running_config::diff() const {
    const auto next = read_host_config(file_);
    if (!next) return {control_code::refused, next.error().text()};
    const std::lock_guard lock(mutex_);
    boost::json::array rows;
    for (const auto& change : config_changes(document_, next->document)) rows.push_back(row_of(change));
    return {.data = std::move(rows)};
}

control_reply running_config::reload(const operation_order& order) {
    const auto next = read_host_config(file_);
    if (!next) return {control_code::refused, next.error().text()};
    const std::lock_guard lock(mutex_);
    const auto changes = config_changes(document_, next->document);
    const auto outcomes = accept(changes, *next, order);
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

running_config::reports_by_plugin running_config::accept(const std::vector<config_change>& changes, const host_config& next,
                                                         operation_order order) {
    reports_by_plugin reports;
    for (const auto& [plugin, members] : members_by_plugin(changes)) {
        order.plugin = ids_.at(plugin);
        auto report = reloads_.configure(order, changes_to(next.plugins.at(plugin), members));
        const auto& accepted = next.document.at("plugins").at(plugin);
        if (is_accepted(report.outcome)) document_.at("plugins").at(plugin) = accepted;
        reports.emplace(plugin, std::move(report));
    }
    return reports;
}

}  // namespace ccphost
