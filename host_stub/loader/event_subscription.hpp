// SPDX-License-Identifier: BSL-1.0
/// @file What one subscriber asked for, and the events that wait for it.
#pragma once

#include "event.hpp"
#include "topic_pattern.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace ccphost {

/// A bounded queue between the delivery thread and one subscriber. The first event that finds it full ends the subscription:
/// what waits is still given out, nothing is added any more. Thread-safe.
class event_subscription {
public:
    /// What was waiting, in order, and whether it is the last there will be.
    struct batch {
        std::vector<std::shared_ptr<const event>> events;
        bool overflowed = false;
    };

    /// @param capacity events that wait at most
    /// @param wake called when there is news after nothing was waiting; on the delivery thread, so it must not block or throw
    event_subscription(std::string organization, std::vector<topic_pattern> topics, std::size_t capacity,
                       std::function<void()> wake);
    event_subscription(const event_subscription&) = delete;
    event_subscription& operator=(const event_subscription&) = delete;

    [[nodiscard]] const std::string& organization() const noexcept { return organization_; }
    /// Takes an event of the organization if one of the topics stands for it.
    void offer(const std::shared_ptr<const event>& published);
    /// Takes out all that waits.
    batch take();
    /// Whether an event found the queue full.
    [[nodiscard]] bool overflowed() const;

private:
    std::string organization_;
    std::vector<topic_pattern> topics_;
    std::size_t capacity_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::vector<std::shared_ptr<const event>> waiting_;
    bool overflowed_ = false;
};

}  // namespace ccphost
