// SPDX-License-Identifier: BSL-1.0
/// @file Whether the build that gave an answer was one that could.
#pragma once

#include "churn_host.hpp"

#include <cstdint>
#include <string_view>

namespace ccphost::test {

/// Follows the answers that one caller gets, one after the other: each must be of a generation that may have served between the
/// call's beginning and end, and none of an earlier one than the answer before. Used by one thread.
class build_watch {
public:
    explicit build_watch(const churn_host& host) : host_(host) {}

    void begin() { first_ = std::max(last_seen_, host_.surely_served()); }
    /// @param mark the answer's: "A" or "B" @return whether it fits
    [[nodiscard]] bool end(std::string_view mark) {
        if (mark != "A" && mark != "B") return false;
        const std::uint64_t parity = mark == "A" ? 0 : 1;
        const auto seen = first_ + (first_ % 2 == parity ? 0 : 1);
        if (seen > host_.may_serve()) return false;
        last_seen_ = seen;
        return true;
    }

private:
    const churn_host& host_;
    std::uint64_t first_ = 0;
    std::uint64_t last_seen_ = 0;
};

}  // namespace ccphost::test
