// SPDX-License-Identifier: BSL-1.0
/// @file What the server puts up with.
#pragma once

#include <chrono>
#include <cstdint>

namespace ccphost {

/// Limits on size, time and number.
struct http_limits {
    std::uint64_t body_bytes = std::uint64_t{1024} * 1024;
    std::uint32_t header_bytes = 16 * 1024;
    std::chrono::seconds request{30};  ///< for a request to arrive, and again for its handler
    std::chrono::seconds idle{60};     ///< between requests of a connection
    std::size_t connections = 1024;
    std::size_t workers = 4;
    std::chrono::seconds heartbeat{15};  ///< between comments on an event stream with nothing to tell
    std::size_t stream_events = 1'000;   ///< that wait for one subscriber
};

}  // namespace ccphost
