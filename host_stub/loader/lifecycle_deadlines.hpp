// SPDX-License-Identifier: BSL-1.0
/// @file How long each step of a plugin's life may take.
#pragma once

#include <chrono>

namespace ccphost {

/// Deadlines of one generation. A step that overruns its deadline is given up, and the generation lingers.
struct lifecycle_deadlines {
    std::chrono::milliseconds start{30'000};  ///< of load, create and start, each; also of taking over a configuration
    std::chrono::milliseconds health{5'000};
    std::chrono::milliseconds drain{10'000};  ///< for calls in flight, before they are cancelled
    std::chrono::milliseconds grace{2'000};   ///< after they were cancelled, and past the deadlines that a plugin is told
    std::chrono::milliseconds stop{10'000};
};

}  // namespace ccphost
