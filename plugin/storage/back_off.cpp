// SPDX-License-Identifier: BSL-1.0
#include "storage/back_off.hpp"

#include <algorithm>
#include <random>

namespace extsrc::storage {

std::chrono::microseconds back_off::next() {
    static thread_local std::minstd_rand random{std::random_device{}()};
    const auto longest = next_;
    next_ = std::min(next_ * 2, most_);
    return std::chrono::microseconds(std::uniform_int_distribution<long long>(longest.count() / 2, longest.count())(random));
}

}  // namespace extsrc::storage
