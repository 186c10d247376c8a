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
};

}  // namespace ccphost
