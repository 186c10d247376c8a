// SPDX-License-Identifier: BSL-1.0
#include "task_timer.hpp"

#include <spdlog/spdlog.h>

namespace ccphost {

task_timer::task_timer(task_board& board, const task_runner& runner)
    : board_(board), runner_(runner), thread_([this] { run(); }) {}

task_timer::~task_timer() {
    stop();
    thread_.join();
}

void task_timer::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
}

void task_timer::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        const auto due = board_.take_due(task_board::clock::now());
        if (!due) {
            changed_.wait_until(lock, board_.next_due(), [this] { return stopping_; });
            continue;
        }
        lock.unlock();
        try {
            runner_.run(*due);
        } catch (const std::exception& error) {
            spdlog::error("{}: task {}: {}", due->plugin, due->name, error.what());
        }
        lock.lock();
    }
}

}  // namespace ccphost
