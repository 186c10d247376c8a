// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>

namespace extsrc::storage {

/// Pauses between attempts that keep failing: each up to twice as long as the one before, and none exactly as long as planned,
/// so that those who failed together do not try again together. One thread at a time.
class back_off {
public:
    /// @param first the longest first pause   @param most the longest of all
    back_off(std::chrono::milliseconds first, std::chrono::milliseconds most) : first_(first), most_(most), next_(first) {}

    /// The next pause: at least half of what it may be at most.
    [[nodiscard]] std::chrono::microseconds next();
    /// Begins anew, after a success.
    void reset() { next_ = first_; }

private:
    std::chrono::microseconds first_;
    std::chrono::microseconds most_;
    std::chrono::microseconds next_;
};

}  // namespace extsrc::storage
