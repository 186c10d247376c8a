// SPDX-License-Identifier: BSL-1.0
/// @file Everything by which a serving host is operated.
#pragma once

#include "control/control_server.hpp"
#include "control/plugin_commands.hpp"
#include "control/task_commands.hpp"
#include "loader/background_operations.hpp"
#include "loader/task_timer.hpp"
#include "plugin_runtime.hpp"
#include "running_config.hpp"

#include <memory>
#include <string>

namespace ccphost {

/// Operations on plugins, their tasks, the configuration in force, and the commands over all of them.
class operator_desk {
public:
    /// Starts what runs by itself: tasks, watches. @param runtime borrowed; outlives the desk   @param address where the host
    /// serves
    operator_desk(const host_config& config, plugin_runtime& runtime, const std::string& address);
    operator_desk(const operator_desk&) = delete;
    operator_desk& operator=(const operator_desk&) = delete;

    /// Takes commands at a control socket.
    result<void> open(const std::filesystem::path& socket);
    /// Does what SIGHUP asks for, without waiting for it.
    void hang_up();
    /// From now on no task begins and no operation; waits for an operation under way.
    void stop_operations();
    /// Ends the control socket; waits for the commands under way.
    void close();

private:
    command_map commands();

    plugin_runtime& runtime_;
    reloader reloads_;
    running_config config_;
    task_runner runner_;
    background_operations background_;
    plugin_commands plugin_commands_;
    task_commands task_commands_;
    command_table table_;
    std::unique_ptr<control_server> control_;
    task_timer timer_;
};

}  // namespace ccphost
