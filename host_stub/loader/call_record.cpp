// SPDX-License-Identifier: BSL-1.0
#include "call_record.hpp"

#include "one_line.hpp"

namespace ccphost {

void call_record::failed(std::string why) {
    ++served_;
    ++failures_;
    const std::lock_guard lock(mutex_);
    last_ = call_failure{std::chrono::system_clock::now(), one_line(why)};
}

std::optional<call_failure> call_record::last_failure() const {
    const std::lock_guard lock(mutex_);
    return last_;
}

}  // namespace ccphost
