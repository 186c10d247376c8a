// SPDX-License-Identifier: BSL-1.0
#include "latency_histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ccphost {

void latency_histogram::add(std::chrono::nanoseconds duration) noexcept {
    const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(duration.count(), 0));
    const auto width = static_cast<unsigned>(std::bit_width(value));
    const unsigned shift = width > k_bits + 1 ? width - k_bits - 1 : 0;
    ++buckets_[(std::size_t{shift} << k_bits) + static_cast<std::size_t>(value >> shift)];
    ++count_;
}

void latency_histogram::add(const latency_histogram& other) noexcept {
    for (std::size_t i = 0; i < buckets_.size(); ++i) buckets_[i] += other.buckets_[i];
    count_ += other.count_;
}

std::chrono::nanoseconds latency_histogram::percentile(double share) const noexcept {
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < buckets_.size() && count_ != 0; ++i) {
        seen += buckets_[i];
        if (seen < std::max<std::uint64_t>(wanted, 1)) continue;
        const std::size_t shift = i < (2U << k_bits) ? 0 : (i >> k_bits) - 1;
        const auto upper = ((std::uint64_t{i - (shift << k_bits)} + 1) << shift) - 1;
        return std::chrono::nanoseconds(static_cast<std::int64_t>(upper));
    }
    return std::chrono::nanoseconds(0);
}

}  // namespace ccphost
