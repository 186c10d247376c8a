// SPDX-License-Identifier: BSL-1.0
/// @file The last operations on plugins.
#pragma once

#include "operation_report.hpp"

#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace ccphost {

/// Remembers the last twenty operations. Thread-safe.
class operation_history {
public:
    static constexpr std::size_t most = 20;

    void add(operation_report report);
    /// The oldest first.
    [[nodiscard]] std::vector<operation_report> list() const;
    /// The last one on this plugin, if it is remembered.
    [[nodiscard]] std::optional<operation_report> last_of(std::string_view plugin) const;

private:
    mutable std::mutex mutex_;
    std::deque<operation_report> reports_;
};

}  // namespace ccphost
