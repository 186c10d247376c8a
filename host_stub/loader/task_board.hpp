// SPDX-License-Identifier: BSL-1.0
/// @file When the tasks of the plugins are due, and how their last runs ended.
#pragma once

#include "task_declaration.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace ccphost {

/// Names a task of the process.
struct task_id {
    std::string plugin;
    std::string name;

    bool operator==(const task_id&) const = default;
};

/// A task as operators see it.
struct task_state {
    using wall_time = std::chrono::system_clock::time_point;

    task_id id;
    std::chrono::seconds every{};
    std::string description{};
    std::optional<wall_time> last_run{};  ///< when it began
    std::string last_outcome{};           ///< empty before the first run
    std::chrono::steady_clock::time_point next_run{};
};

/// The tasks of the process. Thread-safe.
class task_board {
public:
    using clock = std::chrono::steady_clock;

    task_board() = default;
    task_board(const task_board&) = delete;
    task_board& operator=(const task_board&) = delete;

    /// Puts the tasks of a plugin in place of those it had. One that it had goes on with its last run, and with its next run
    /// unless its interval ends earlier now; the first run of another is due one interval after `now`.
    void put(const std::string& plugin, const std::vector<task_declaration>& tasks, clock::time_point now);
    /// All tasks.
    [[nodiscard]] std::vector<task_state> list() const;
    /// A task that is due at `now`, the longest due first; its next run is one interval after `now`. Nothing when none is.
    std::optional<task_id> take_due(clock::time_point now);
    /// Waits until a task is due and takes it as take_due does. Nothing once the board is closed.
    std::optional<task_id> wait_due();
    /// Ends all waiting, now and later.
    void close();
    /// Notes a run, whoever asked for it. Unknown tasks are ignored.
    void ended(const task_id& id, task_state::wall_time begun, std::string outcome);

private:
    [[nodiscard]] task_state made(const std::string& plugin, const task_declaration& task, clock::time_point now) const;
    [[nodiscard]] std::optional<task_id> take(clock::time_point now);

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<task_state> tasks_;
    bool closed_ = false;
};

}  // namespace ccphost
