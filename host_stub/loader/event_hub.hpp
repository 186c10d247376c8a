// SPDX-License-Identifier: BSL-1.0
/// @file From published events to those who subscribed to them.
#pragma once

#include "event_subscription.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// The host's subscriptions by organization. They belong to no plugin, and so outlast the replacement of one. Thread-safe;
/// outlives every subscription.
class event_hub {
public:
    /// Ends a subscription's membership with its own life.
    struct leave {
        event_hub* hub;
        void operator()(event_subscription* subscription) const;
    };
    using membership = std::unique_ptr<event_subscription, leave>;

    event_hub() = default;
    event_hub(const event_hub&) = delete;
    event_hub& operator=(const event_hub&) = delete;

    /// Adds a subscription; see event_subscription's constructor. No call of `wake` comes after the membership's end.
    [[nodiscard]] membership subscribe(std::string organization, std::vector<topic_pattern> topics, std::size_t capacity,
                                       std::function<void()> wake);
    /// Offers the event to the subscriptions of its organization. [delivery thread]
    void deliver(const event& published);

private:
    std::mutex mutex_;
    std::map<std::string, std::vector<event_subscription*>, std::less<>> by_organization_;
};

}  // namespace ccphost
