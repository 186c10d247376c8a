// SPDX-License-Identifier: BSL-1.0
/// @file One run of a plugin's task.
#pragma once

#include "plugin_set.hpp"
#include "task_board.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace ccphost {

/// How a run ended.
struct task_result {
    std::int32_t status;  ///< CCP_OK or the plugin's failure
    std::string report;   ///< what the plugin wrote, a JSON object unless it breaks its contract
    std::string error;    ///< one line; empty after a success
};

/// The outcome in one word: "ok", "busy", "timeout", "unavailable", "unknown" for an unknown task, or "failed".
std::string_view task_outcome(std::int32_t status) noexcept;

/// Runs tasks in the plugin's current generation, notes each run on the board, counts it and logs what failed. What the plugin
/// refuses because the task is under way already is counted, but is no run to be noted. Thread-safe.
class task_runner {
public:
    /// References are borrowed and outlive the runner.
    task_runner(const plugin_set& plugins, task_board& board, metrics& counters, std::chrono::milliseconds deadline);

    /// Runs the task on the calling thread and holds the generation in place meanwhile.
    task_result run(const task_id& id) const;

private:
    [[nodiscard]] task_result call(generation& in, const task_id& id) const;
    void count(const task_id& id, std::string_view outcome) const;

    const plugin_set& plugins_;
    task_board& board_;
    metrics& counters_;
    std::chrono::milliseconds deadline_;
};

}  // namespace ccphost
