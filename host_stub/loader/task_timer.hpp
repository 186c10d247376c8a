// SPDX-License-Identifier: BSL-1.0
/// @file The thread that runs plugins' tasks when they are due.
#pragma once

#include "task_runner.hpp"

#include <thread>

namespace ccphost {

/// Runs due tasks one after the other. A run that failed is tried again when its task is due next.
class task_timer {
public:
    /// Starts the thread. References are borrowed and outlive the timer.
    task_timer(task_board& board, const task_runner& runner);
    task_timer(const task_timer&) = delete;
    task_timer& operator=(const task_timer&) = delete;
    /// Waits for a run under way.
    ~task_timer();

    /// Starts no more runs, by closing the board; does not wait for one under way. [any thread]
    void stop();

private:
    void run();

    task_board& board_;
    const task_runner& runner_;
    std::thread thread_;
};

}  // namespace ccphost
