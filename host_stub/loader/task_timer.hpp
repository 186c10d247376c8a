// SPDX-License-Identifier: BSL-1.0
/// @file The thread that runs plugins' tasks when they are due.
#pragma once

#include "task_runner.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace ccphost {

/// Runs due tasks one after the other. A run that failed is tried again when its task is due next.
class task_timer {
public:
    /// Starts the thread; the board is complete by then. References are borrowed and outlive the timer.
    task_timer(task_board& board, const task_runner& runner);
    task_timer(const task_timer&) = delete;
    task_timer& operator=(const task_timer&) = delete;
    /// Waits for a run under way.
    ~task_timer();

    /// Starts no more runs; does not wait for one under way. [any thread]
    void stop();

private:
    void run();

    task_board& board_;
    const task_runner& runner_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace ccphost
