// SPDX-License-Identifier: BSL-1.0
#include "operation_history.hpp"

#include <algorithm>
#include <utility>

namespace ccphost {

void operation_history::add(operation_report report) {
    const std::lock_guard lock(mutex_);
    reports_.push_back(std::move(report));
    if (reports_.size() > most) reports_.pop_front();
}

std::vector<operation_report> operation_history::list() const {
    const std::lock_guard lock(mutex_);
    return {reports_.begin(), reports_.end()};
}

std::optional<operation_report> operation_history::last_of(std::string_view plugin) const {
    const std::lock_guard lock(mutex_);
    const auto found =
        std::find_if(reports_.rbegin(), reports_.rend(), [&](const auto& report) { return report.plugin == plugin; });
    if (found == reports_.rend()) return std::nullopt;
    return *found;
}

}  // namespace ccphost
