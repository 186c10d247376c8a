// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/host_link.hpp"
#include "storage/database.hpp"
#include "storage/transaction.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

namespace extsrc::entry {

/// Tells the host of committed changes, on a thread of its own so that no request waits for it: each change is read again and
/// published as things stand then, so that several changes of one thing that wait together are told once. Delivery is at most
/// once: what does not fit into the queue, cannot be read, or is left over at the end is dropped and counted.
class event_publisher {
public:
    static constexpr std::size_t capacity = 10'000;  ///< things whose changes wait

    /// Both are borrowed and outlive the publisher.
    event_publisher(const host_link& host, storage::database& database);
    event_publisher(const event_publisher&) = delete;
    event_publisher& operator=(const event_publisher&) = delete;
    /// As finish() with no time left.
    ~event_publisher();

    /// Queues changes and returns at once. [any thread]
    void tell(const std::vector<storage::change>& changes);
    /// Publishes what waits until the deadline, and ends the thread. Nothing may be told any more.
    void finish(storage::deadline until);

private:
    void loop();
    [[nodiscard]] std::vector<storage::change> next_batch();
    [[nodiscard]] storage::deadline patience_ends();
    void publish(const std::vector<storage::change>& changes);
    void drop(std::size_t count);

    const host_link& host_;
    storage::database& database_;
    std::uint32_t published_;
    std::uint32_t dropped_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::set<storage::change> waiting_;
    std::optional<storage::deadline> ending_;  // set once, when it shall end
    std::thread thread_;
};

}  // namespace extsrc::entry
