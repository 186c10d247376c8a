// SPDX-License-Identifier: BSL-1.0
#include "rate_limiter.hpp"

#include <algorithm>

namespace ccphost {

rate_standing rate_limiter::count(const std::string& client, clock::time_point now) {
    const std::lock_guard lock(mutex_);
    auto& current = windows_[client];
    if (now >= current.ends) current = {now + std::chrono::minutes(1), 0};
    ++current.count;
    const auto left = std::chrono::ceil<std::chrono::seconds>(current.ends - now).count();
    return {allowed_, current.count, std::max<std::int64_t>(left, 1)};
}

}  // namespace ccphost
