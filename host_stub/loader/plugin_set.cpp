// SPDX-License-Identifier: BSL-1.0
#include "plugin_set.hpp"

#include "manifest_conflict.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <mutex>

namespace ccphost {

plugin_set::plugin_set(shared_services shared, lifecycle_deadlines deadlines, task_board& board)
    : shared_(shared), deadlines_(deadlines), board_(board) {}

result<void> plugin_set::check_conflicts(const manifest& added, const plugin_slot* except) const {
    for (const auto& slot : slots()) {
        const auto other = slot->serving.acquire();
        if (!other || slot.get() == except) continue;
        const auto& taken = (*other)->listed();
        if (taken.id == added.id) return failure{step::manifest, added.id + " is loaded already"};
        if (const auto shared = manifest_conflict(added, taken); !shared.empty()) {
            return failure{step::manifest, added.id + " and " + taken.id + " both " + shared};
        }
    }
    return {};
}

std::shared_ptr<generation> plugin_set::next_generation(manifest listed, config_snapshot config) {
    return generation::make(std::move(listed), std::move(config), ++last_number_, shared_, deadlines_);
}

result<void> plugin_set::start_one(const plugin_source& source) {
    auto listed = prepare(source);
    if (!listed) return listed.error();
    if (auto free = check_conflicts(*listed, nullptr); !free) return free;
    auto slot = std::make_shared<plugin_slot>();
    slot->source = source;
    const auto one = next_generation(std::move(*listed), slot->config());
    const auto started = one->start(std::make_shared<step_log>());
    left_.keep_if_left(one);
    if (!started) return started;
    spdlog::info("{} {} started as generation {} with {} handlers", one->listed().id, one->listed().version, one->number(),
                 one->listed().handlers.size());
    static_cast<void>(publish(slot, one));
    return {};
}

result<void> plugin_set::start_all(const std::vector<plugin_source>& sources) {
    for (const auto& source : sources) {
        if (auto started = start_one(source); !started) {
            if (const auto retired = retire_all(deadlines_.grace); !retired) spdlog::warn("{}", retired.error().text());
            return started;
        }
    }
    return {};
}

result<void> plugin_set::retire_all(std::chrono::milliseconds drain) {
    result<void> outcome;
    bool code_runs = false;
    auto all = slots();
    for (auto slot = all.rbegin(); slot != all.rend(); ++slot) {
        const auto last = withdraw(*slot);
        if (last == nullptr) continue;
        const auto retired = last->retire(drain, std::make_shared<step_log>());
        left_.keep_if_left(last);
        const bool lingers = last->state() == generation_state::lingering;
        if (retired) {
            spdlog::info("{} unloaded", last->listed().id);
        } else if (outcome || (lingers && !code_runs)) {
            outcome = retired;
        }
        code_runs = code_runs || lingers;
    }
    return outcome;
}

std::shared_ptr<generation> plugin_set::publish(const std::shared_ptr<plugin_slot>& in, std::shared_ptr<generation> next) {
    board_.put(next->listed().id, next->listed().tasks, task_board::clock::now());
    auto before = in->serving.publish(std::move(next));
    if (before != nullptr) return before;
    const std::unique_lock lock(mutex_);
    slots_.push_back(in);
    return nullptr;
}

std::shared_ptr<generation> plugin_set::withdraw(const std::shared_ptr<plugin_slot>& out) {
    {
        const std::unique_lock lock(mutex_);
        std::erase(slots_, out);
    }
    auto last = out->serving.publish(nullptr);
    if (last != nullptr) board_.put(last->listed().id, {}, task_board::clock::now());
    return last;
}

std::vector<std::shared_ptr<plugin_slot>> plugin_set::slots() const {
    const std::shared_lock lock(mutex_);
    return slots_;
}

std::shared_ptr<plugin_slot> plugin_set::slot(const std::optional<std::string>& id) const {
    const auto all = slots();
    if (!id) return all.size() == 1 ? all.front() : nullptr;
    const auto has_id = [&](const auto& slot) {
        const auto pinned = slot->serving.acquire();
        return pinned && (*pinned)->listed().id == *id;
    };
    const auto found = std::find_if(all.begin(), all.end(), has_id);
    return found == all.end() ? nullptr : *found;
}

std::vector<pin> plugin_set::pin_all() const {
    const std::shared_lock lock(mutex_);
    std::vector<pin> pins;
    pins.reserve(slots_.size());
    for (const auto& slot : slots_) {
        if (auto pinned = slot->serving.acquire()) pins.push_back(std::move(*pinned));
    }
    return pins;
}

std::optional<pin> plugin_set::find(std::string_view id) const {
    const std::shared_lock lock(mutex_);
    for (const auto& slot : slots_) {
        auto pinned = slot->serving.acquire();
        if (pinned && (*pinned)->listed().id == id) return pinned;
    }
    return std::nullopt;
}

std::optional<pin> plugin_set::identity() const {
    const std::shared_lock lock(mutex_);
    for (const auto& slot : slots_) {
        auto pinned = slot->serving.acquire();
        if (pinned && (*pinned)->identity_hook()) return pinned;
    }
    return std::nullopt;
}

std::string plugin_set::health_fault() const {
    for (const auto& pinned : pin_all()) {
        const auto report = pinned->health();
        if (!report.up) return pinned->listed().id + ": " + report.detail;
    }
    return {};
}

}  // namespace ccphost
