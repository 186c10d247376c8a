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

void task_board::add(const std::string& plugin, const task_declaration& task, clock::time_point now) {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(
        {.id = {plugin, task.name}, .every = task.every, .description = task.description, .next_run = now + task.every});
}

std::vector<task_state> task_board::list() const {
    const std::lock_guard lock(mutex_);
    return tasks_;
}

std::optional<task_id> task_board::take_due(clock::time_point now) {
    const std::lock_guard lock(mutex_);
    const auto first = std::min_element(tasks_.begin(), tasks_.end(), due_before);
    if (first == tasks_.end() || first->next_run > now) return std::nullopt;
    first->next_run = now + first->every;
    return first->id;
}

task_board::clock::time_point task_board::next_due() const {
    const std::lock_guard lock(mutex_);
    const auto first = std::min_element(tasks_.begin(), tasks_.end(), due_before);
    return first == tasks_.end() ? clock::time_point::max() : first->next_run;
}

void task_board::ended(const task_id& id, task_state::wall_time begun, std::string outcome) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(tasks_.begin(), tasks_.end(), [&](const auto& each) { return each.id == id; });
    if (found == tasks_.end()) return;
    found->last_run = begun;
    found->last_outcome = std::move(outcome);
}

}  // namespace ccphost
