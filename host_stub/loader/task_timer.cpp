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
    board_.close();
}

void task_timer::run() {
    while (const auto due = board_.wait_due()) {
        try {
            runner_.run(*due);
        } catch (const std::exception& error) {
            spdlog::error("{}: task {}: {}", due->plugin, due->name, error.what());
        }
    }
}

}  // namespace ccphost
