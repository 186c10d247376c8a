// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/host_link.hpp"
#include "storage/database.hpp"
#include "storage/transaction.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace extsrc::entry {

/// Tells the host of committed changes, on a thread of its own so that no request waits for it: each change is read again and
/// published as things stand then. Several changes of one thing that wait together are told once. Delivery is at most once:
/// what does not fit into the queue, or cannot be read, is dropped and counted.
class event_publisher {
public:
    static constexpr std::size_t capacity = 10'000;  ///< changes that wait

    /// Both are borrowed and outlive the publisher.
    event_publisher(const host_link& host, storage::database& database);
    event_publisher(const event_publisher&) = delete;
    event_publisher& operator=(const event_publisher&) = delete;
    /// Publishes what waits, then ends the thread.
    ~event_publisher();

    /// Queues changes and returns at once. [any thread]
    void tell(std::vector<storage::change> changes);

private:
    void loop();
    void publish(const std::vector<storage::change>& changes);

    const host_link& host_;
    storage::database& database_;
    std::uint32_t published_;
    std::uint32_t dropped_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<storage::change> waiting_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace extsrc::entry
