// SPDX-License-Identifier: BSL-1.0
#include "event_hub.hpp"

#include <utility>

namespace ccphost {

void event_hub::leave::operator()(event_subscription* subscription) const {
    const std::unique_ptr<event_subscription> ended(subscription);
    const std::lock_guard lock(hub->mutex_);
    const auto members = hub->by_organization_.find(subscription->organization());
    if (members == hub->by_organization_.end()) return;
    std::erase(members->second, subscription);
    if (members->second.empty()) hub->by_organization_.erase(members);
}

event_hub::membership event_hub::subscribe(std::string organization, std::vector<topic_pattern> topics, std::size_t capacity,
                                           std::function<void()> wake) {
    membership made(new event_subscription(std::move(organization), std::move(topics), capacity, std::move(wake)), {this});
    const std::lock_guard lock(mutex_);
    by_organization_[made->organization()].push_back(made.get());
    return made;
}

void event_hub::deliver(const event& published) {
    const std::lock_guard lock(mutex_);
    const auto members = by_organization_.find(published.organization);
    if (members == by_organization_.end()) return;
    const auto shared = std::make_shared<const event>(published);
    for (auto* each : members->second) each->offer(shared);
}

}  // namespace ccphost
