// SPDX-License-Identifier: BSL-1.0
/// @file Percentiles of many durations in little memory.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace ccphost {

/// Counts durations in buckets that are at most 1/32 of their value wide. Not thread-safe.
class latency_histogram {
public:
    void add(std::chrono::nanoseconds duration) noexcept;
    /// Adds everything that another one counted.
    void add(const latency_histogram& other) noexcept;
    /// The duration that `share` (0..1) of all do not exceed, or the bucket's upper edge above it; zero when there are none.
    [[nodiscard]] std::chrono::nanoseconds percentile(double share) const noexcept;
    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

private:
    static constexpr unsigned k_bits = 5;  // 32 buckets for each power of two
    std::array<std::uint64_t, (64 - k_bits + 1) << k_bits> buckets_{};
    std::uint64_t count_ = 0;
};

}  // namespace ccphost
