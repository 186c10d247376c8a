// SPDX-License-Identifier: BSL-1.0
#include "task_board.hpp"

#include <algorithm>
#include <utility>

namespace ccphost {
namespace {

bool due_before(const task_state& one, const task_state& other) {
    return one.next_run < other.next_run;
}

}  // namespace

task_state task_board::made(const std::string& plugin, const task_declaration& task, clock::time_point now) const {
    task_state state{.id = {plugin, task.name}, .every = task.every, .description = task.description};
    state.next_run = now + task.every;
    const auto known = std::find_if(tasks_.begin(), tasks_.end(), [&](const auto& each) { return each.id == state.id; });
    if (known == tasks_.end()) return state;
    state.last_run = known->last_run;
    state.last_outcome = known->last_outcome;
    state.next_run = std::min(state.next_run, known->next_run);
    return state;
}

void task_board::put(const std::string& plugin, const std::vector<task_declaration>& tasks, clock::time_point now) {
    const std::lock_guard lock(mutex_);
    std::vector<task_state> next;
    for (const auto& task : tasks) next.push_back(made(plugin, task, now));
    std::erase_if(tasks_, [&](const auto& each) { return each.id.plugin == plugin; });
    tasks_.insert(tasks_.end(), next.begin(), next.end());
    changed_.notify_all();
}

std::vector<task_state> task_board::list() const {
    const std::lock_guard lock(mutex_);
    return tasks_;
}

std::optional<task_id> task_board::take(clock::time_point now) {
    const auto first = std::min_element(tasks_.begin(), tasks_.end(), due_before);
    if (first == tasks_.end() || first->next_run > now) return std::nullopt;
    first->next_run = now + first->every;
    return first->id;
}

std::optional<task_id> task_board::take_due(clock::time_point now) {
    const std::lock_guard lock(mutex_);
    return take(now);
}

std::optional<task_id> task_board::wait_due() {
    std::unique_lock lock(mutex_);
    while (!closed_) {
        if (auto due = take(clock::now())) return due;
        const auto first = std::min_element(tasks_.begin(), tasks_.end(), due_before);
        if (first == tasks_.end()) {
            changed_.wait(lock);
        } else {
            changed_.wait_until(lock, clock::time_point(first->next_run));  // a copy: the board may change meanwhile
        }
    }
    return std::nullopt;
}

void task_board::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

void task_board::ended(const task_id& id, task_state::wall_time begun, std::string outcome) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(tasks_.begin(), tasks_.end(), [&](const auto& each) { return each.id == id; });
    if (found == tasks_.end()) return;
    found->last_run = begun;
    found->last_outcome = std::move(outcome);
}

}  // namespace ccphost
