// SPDX-License-Identifier: BSL-1.0
/// @file The server's own metrics.
#pragma once

#include "loader/metrics.hpp"

#include <array>
#include <chrono>

namespace ccphost {

/// Counts answers by class of status, their latency, and open connections. Thread-safe.
class request_counters {
public:
    /// @param into borrowed; outlives this object
    explicit request_counters(metrics& into);

    /// Counts one answer.
    void answered(unsigned status, std::chrono::steady_clock::duration took);
    /// Sets the number of open connections.
    void connections(std::size_t open);

private:
    metrics& into_;
    std::array<std::uint32_t, 6> by_class_{};
    std::uint32_t seconds_ = 0;
    std::uint32_t connections_ = 0;
};

}  // namespace ccphost
