// SPDX-License-Identifier: BSL-1.0
/// @file The thread that calls the life-cycle functions of a plugin.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace ccphost {

/// The thread on which the life-cycle functions of one plugin instance are called, one task at a time, each with a deadline. A
/// task that overruns cannot be stopped, only left alone until it ends by itself. run() may be called from any thread.
class control_thread {
public:
    control_thread();
    control_thread(const control_thread&) = delete;
    control_thread& operator=(const control_thread&) = delete;
    /// As finish(); a stuck thread is left to itself.
    ~control_thread();

    /// Runs `task` on the control thread and waits. @param task must not throw, and must own what it touches: it may go on
    /// after the deadline; it is destroyed before run returns @return false when the deadline passed or an earlier task still
    /// runs
    bool run(std::chrono::milliseconds deadline, std::function<void()> task);
    /// Ends the thread unless it is stuck; nothing can be run any more. Must not run on that thread.
    void finish();
    /// Whether a task overran and still runs.
    [[nodiscard]] bool stuck() const;

private:
    struct state {
        std::mutex mutex;
        std::condition_variable changed;
        std::function<void()> task;
        bool busy = false;
        bool ending = false;
        bool overdue = false;
    };
    static void work(const std::shared_ptr<state>& shared);

    std::shared_ptr<state> state_ = std::make_shared<state>();  // shared with a thread that may outlive this object
    std::mutex one_at_a_time_;
    std::thread thread_;
};

}  // namespace ccphost
