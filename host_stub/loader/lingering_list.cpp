// SPDX-License-Identifier: BSL-1.0
#include "lingering_list.hpp"

#include <algorithm>
#include <utility>

namespace ccphost {
namespace {

bool lingers(const std::shared_ptr<generation>& one) {
    return one->state() == generation_state::lingering;
}

// Whether it is gone now.
bool ended_now(generation& one) {
    if (one.state() == generation_state::pinned) return !one.is_mapped();
    static_cast<void>(one.end(std::make_shared<step_log>()));
    return one.state() == generation_state::unloaded;
}

}  // namespace

lingering_list::~lingering_list() {
    static std::mutex mutex;
    static auto* for_ever = new std::vector<std::shared_ptr<generation>>;  // found there by a leak checker
    const std::lock_guard lock(mutex);
    std::copy_if(kept_.begin(), kept_.end(), std::back_inserter(*for_ever), lingers);
}

void lingering_list::keep_if_left(const std::shared_ptr<generation>& ended) {
    if (!lingers(ended) && ended->state() != generation_state::pinned) return;
    const std::lock_guard lock(mutex_);
    kept_.push_back(ended);
}

std::vector<std::shared_ptr<generation>> lingering_list::list() const {
    const std::lock_guard lock(mutex_);
    return kept_;
}

std::size_t lingering_list::lingering() const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(std::count_if(kept_.begin(), kept_.end(), lingers));
}

std::size_t lingering_list::lingering_of(std::string_view plugin) const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(
        std::count_if(kept_.begin(), kept_.end(), [&](const auto& one) { return lingers(one) && one->listed().id == plugin; }));
}

std::vector<std::shared_ptr<generation>> lingering_list::try_again() {
    std::vector<std::shared_ptr<generation>> gone;
    for (const auto& one : list()) {
        if (ended_now(*one)) gone.push_back(one);
    }
    const std::lock_guard lock(mutex_);
    std::erase_if(kept_, [&](const auto& one) { return std::find(gone.begin(), gone.end(), one) != gone.end(); });
    return gone;
}

}  // namespace ccphost
