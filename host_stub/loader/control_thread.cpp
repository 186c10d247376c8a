// SPDX-License-Identifier: BSL-1.0
#include "control_thread.hpp"

#include <utility>

namespace ccphost {

control_thread::control_thread() : thread_([shared = state_] { work(shared); }) {}

control_thread::~control_thread() {
    finish();
    if (thread_.joinable()) thread_.detach();
}

void control_thread::finish() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->ending = true;
        if (state_->overdue) return;
    }
    state_->changed.notify_all();
    if (thread_.joinable()) thread_.join();
}

bool control_thread::run(std::chrono::milliseconds deadline, std::function<void()> task) {
    const std::lock_guard one(one_at_a_time_);
    std::unique_lock lock(state_->mutex);
    if (state_->busy || state_->ending) return false;
    state_->task = std::move(task);
    state_->busy = true;
    state_->changed.notify_all();
    state_->overdue = !state_->changed.wait_for(lock, deadline, [this] { return !state_->busy; });
    return !state_->overdue;
}

bool control_thread::stuck() const {
    const std::lock_guard lock(state_->mutex);
    return state_->overdue;
}

void control_thread::work(const std::shared_ptr<state>& shared) {
    std::unique_lock lock(shared->mutex);
    for (;;) {
        shared->changed.wait(lock, [&] { return shared->ending || shared->task; });
        if (!shared->task) return;
        auto task = std::exchange(shared->task, nullptr);
        lock.unlock();
        task();
        task = nullptr;  // what it owns must not go on this thread after run has returned
        lock.lock();
        shared->busy = shared->overdue = false;
        shared->changed.notify_all();
    }
}

}  // namespace ccphost
