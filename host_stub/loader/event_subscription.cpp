// SPDX-License-Identifier: BSL-1.0
#include "event_subscription.hpp"

#include <algorithm>
#include <utility>

namespace ccphost {

event_subscription::event_subscription(std::string organization, std::vector<topic_pattern> topics, std::size_t capacity,
                                       std::function<void()> wake)
    : organization_(std::move(organization)), topics_(std::move(topics)), capacity_(capacity), wake_(std::move(wake)) {}

void event_subscription::offer(const std::shared_ptr<const event>& published) {
    const bool wanted =
        std::any_of(topics_.begin(), topics_.end(), [&](const auto& topic) { return topic.matches(published->topic); });
    if (!wanted) return;
    bool news = false;
    {
        const std::lock_guard lock(mutex_);
        if (overflowed_) return;
        overflowed_ = waiting_.size() >= capacity_;
        news = overflowed_ || waiting_.empty();
        if (!overflowed_) waiting_.push_back(published);
    }
    if (news) wake_();
}

event_subscription::batch event_subscription::take() {
    const std::lock_guard lock(mutex_);
    return {std::exchange(waiting_, {}), overflowed_};
}

bool event_subscription::overflowed() const {
    const std::lock_guard lock(mutex_);
    return overflowed_;
}

}  // namespace ccphost
