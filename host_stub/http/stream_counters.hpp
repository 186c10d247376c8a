// SPDX-License-Identifier: BSL-1.0
/// @file Metrics of event streams.
#pragma once

#include "loader/metrics.hpp"

#include <cstddef>
#include <cstdint>

namespace ccphost {

/// Counts open streams, events sent, and streams that were closed because their subscriber did not keep up or took nothing.
/// Used on the server's I/O thread.
class stream_counters {
public:
    /// @param into borrowed; outlives this object
    explicit stream_counters(metrics& into);

    void opened();
    void closed();
    void sent(std::size_t events);
    void overflowed();
    void stalled();

private:
    metrics& into_;
    std::size_t open_ = 0;
    std::uint32_t open_series_ = 0;
    std::uint32_t sent_series_ = 0;
    std::uint32_t overflowed_series_ = 0;
    std::uint32_t stalled_series_ = 0;
};

}  // namespace ccphost
