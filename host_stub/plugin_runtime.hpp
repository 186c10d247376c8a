// SPDX-License-Identifier: BSL-1.0
/// @file What plugins need around them, put together.
#pragma once

#include "host_config.hpp"
#include "loader/event_hub.hpp"
#include "loader/event_queue.hpp"
#include "loader/metrics.hpp"
#include "loader/plugin_set.hpp"
#include "loader/task_board.hpp"

#include <string>

namespace ccphost {

/// Whether anybody can subscribe to what plugins publish. Where nobody can, plugins are offered no events, and save the work.
enum class subscribers { possible, none };

/// Metrics, events, tasks and the plugins, in the order in which they depend on each other.
struct plugin_runtime {
    plugin_runtime(subscribers expected, lifecycle_deadlines deadlines);
    plugin_runtime(const plugin_runtime&) = delete;
    plugin_runtime& operator=(const plugin_runtime&) = delete;

    metrics counters;
    event_hub hub;
    event_queue events;  // into the hub
    task_board board;
    plugin_set plugins;
};

/// Sends the process's log to standard error. @param level a value of host_config::log_level
void set_up_log(const std::string& level);

/// Ends the process at once with `code`, when plugin code may still be running and destructors would pull the ground from under
/// it.
[[noreturn]] void leave_at_once(int code);

}  // namespace ccphost
