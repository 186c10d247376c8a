// SPDX-License-Identifier: BSL-1.0
#include "step_log.hpp"

#include <utility>

namespace ccphost {

using std::chrono::duration_cast;
using std::chrono::microseconds;

void step_log::close(clock::time_point now) {
    if (open_) records_.back().took = duration_cast<microseconds>(now - begun_);
    open_ = false;
}

void step_log::begin(step which) {
    const std::lock_guard lock(mutex_);
    const auto now = clock::now();
    close(now);
    records_.push_back({which, {}, {}});
    begun_ = now;
    open_ = true;
}

void step_log::note(std::string text) {
    const std::lock_guard lock(mutex_);
    if (open_) records_.back().note = std::move(text);
}

void step_log::end() {
    const std::lock_guard lock(mutex_);
    close(clock::now());
}

std::vector<step_record> step_log::records() const {
    const std::lock_guard lock(mutex_);
    auto records = records_;
    if (open_) records.back().took = duration_cast<microseconds>(clock::now() - begun_);
    return records;
}

}  // namespace ccphost
