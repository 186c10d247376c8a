// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

/// An optional truth as a column: 0, 1, or -1 for "not said".
namespace extsrc::storage {

[[nodiscard]] constexpr int to_column(std::optional<bool> truth) {
    return truth ? static_cast<int>(*truth) : -1;
}
[[nodiscard]] constexpr std::optional<bool> truth_from_column(int column) {
    return column < 0 ? std::nullopt : std::optional(column == 1);
}

}  // namespace extsrc::storage
