// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>

namespace extsrc::storage {

/// Until when a caller waits.
using deadline = std::chrono::steady_clock::time_point;

}  // namespace extsrc::storage
