// SPDX-License-Identifier: BSL-1.0
/// @file How many requests a client may make a minute.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace ccphost {

/// Where a client stands in its current minute.
struct rate_standing {
    std::uint32_t allowed;  ///< requests a minute
    std::uint32_t count;    ///< made in this minute, this one included
    std::int64_t reset_s;   ///< whole seconds until the next minute begins for the client, at least 1
    [[nodiscard]] bool exceeded() const noexcept { return count > allowed; }
};

/// Counts per client in windows of one minute that begin with its first request. Thread-safe.
class rate_limiter {
public:
    using clock = std::chrono::steady_clock;

    explicit rate_limiter(std::uint32_t requests_per_minute) noexcept : allowed_(requests_per_minute) {}

    /// Counts one request of the client.
    rate_standing count(const std::string& client, clock::time_point now = clock::now());

private:
    struct window {
        clock::time_point ends;
        std::uint32_t count = 0;
    };

    std::uint32_t allowed_;
    std::mutex mutex_;
    std::unordered_map<std::string, window> windows_;  // no more than there are clients
};

}  // namespace ccphost
