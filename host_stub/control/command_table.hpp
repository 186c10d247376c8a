// SPDX-License-Identifier: BSL-1.0
/// @file The commands a running host answers.
#pragma once

#include "loader/event_queue.hpp"
#include "loader/metrics.hpp"
#include "loader/plugin_set.hpp"
#include "loader/task_runner.hpp"
#include "protocol.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <string>

namespace ccphost {

/// What the commands report on. Borrowed; outlives the table.
struct host_facts {
    std::string version;
    std::string address;  ///< such as "http://127.0.0.1:8080"
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    const plugin_set& plugins;
    const metrics& counters;
    const event_queue& events;
    const task_board& tasks;
    const task_runner& runner;
};

/// Commands by name. Immutable after construction; commands are thread-safe.
class command_table {
public:
    using command = std::function<control_reply(const boost::json::object& args)>;

    /// Adds the commands of this version: plugin list, plugin show, task list, task run, status, health,
    /// metrics, version.
    explicit command_table(host_facts facts);
    command_table(const command_table&) = delete;
    command_table& operator=(const command_table&) = delete;

    /// Runs a command. Unknown names and bad arguments answer with control_code::usage.
    [[nodiscard]] control_reply run(const control_request& request) const;

private:
    [[nodiscard]] control_reply list_plugins() const;
    [[nodiscard]] control_reply show_plugin(const boost::json::object& args) const;
    [[nodiscard]] control_reply list_tasks() const;
    [[nodiscard]] control_reply run_task(const boost::json::object& args) const;
    [[nodiscard]] control_reply status() const;
    [[nodiscard]] control_reply health() const;

    host_facts facts_;
    std::map<std::string, command, std::less<>> commands_;
};

}  // namespace ccphost
