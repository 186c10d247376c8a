// SPDX-License-Identifier: BSL-1.0
/// @file Events that plugins publish, and ccp.events/1 over them.
#pragma once

#include "event.hpp"

#include <ccp/ext/events.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace ccphost {

/// A bounded queue with one delivery thread, which keeps the order of publication. Full means dropped and counted; nobody
/// waits. Thread-safe. The destructor delivers what is queued.
class event_queue {
public:
    using receiver = std::function<void(const event&)>;
    /// What is held at most.
    struct capacity {
        std::size_t events = 10'000;
        std::size_t bytes = std::size_t{64} * 1024 * 1024;  ///< of organizations, topics and payloads together
    };

    /// @param deliver called on the delivery thread; must not throw
    explicit event_queue(receiver deliver) : event_queue(std::move(deliver), capacity{}) {}
    event_queue(receiver deliver, capacity most);
    event_queue(const event_queue&) = delete;
    event_queue& operator=(const event_queue&) = delete;
    ~event_queue();

    /// Queues an event. @return CCP_OK, CCP_E_BUSY when it was dropped, or CCP_E_ARGUMENT for what is no topic
    std::int32_t publish(event published);
    /// Events dropped so far.
    [[nodiscard]] std::uint64_t dropped() const;
    /// Events handed to the receiver so far.
    [[nodiscard]] std::uint64_t delivered() const;

    /// The extension table; lives as long as this object.
    [[nodiscard]] const ccp_ext_events_v1& table() const noexcept { return table_; }

private:
    void run();

    receiver deliver_;
    capacity most_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<event> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::uint64_t dropped_ = 0;
    std::uint64_t delivered_ = 0;
    bool ending_ = false;
    ccp_ext_events_v1 table_;
    std::thread thread_;
};

}  // namespace ccphost
