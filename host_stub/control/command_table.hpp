// SPDX-License-Identifier: BSL-1.0
/// @file The commands a running host answers.
#pragma once

#include "command.hpp"
#include "loader/event_queue.hpp"
#include "loader/metrics.hpp"
#include "loader/plugin_set.hpp"

#include <chrono>
#include <string>

namespace ccphost {

/// What the commands about the host itself report on. Borrowed; outlives the table.
struct host_facts {
    std::string version;
    std::string address;  ///< such as "http://127.0.0.1:8080"
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    const plugin_set& plugins;
    const metrics& counters;
    const event_queue& events;
};

/// Commands by name. Immutable after construction; commands are thread-safe.
class command_table {
public:
    /// Adds "status", "health", "metrics" and "version" to those given.
    command_table(host_facts facts, command_map others);
    command_table(const command_table&) = delete;
    command_table& operator=(const command_table&) = delete;

    /// Runs a command. Unknown names and bad arguments answer with control_code::usage.
    /// @param actor who asks, such as "uid 0"
    [[nodiscard]] control_reply run(const control_request& request, const std::string& actor) const;

private:
    [[nodiscard]] control_reply status() const;
    [[nodiscard]] control_reply health() const;

    host_facts facts_;
    command_map commands_;
};

}  // namespace ccphost
