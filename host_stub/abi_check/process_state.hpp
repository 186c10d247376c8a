// SPDX-License-Identifier: BSL-1.0
/// @file What this process holds at a moment, to see what a plugin leaves behind.
#pragma once

#include <cstddef>
#include <string>

namespace ccphost {

/// Counts of what outlives a function that should have left nothing.
struct process_state {
    std::size_t threads = 0;
    std::size_t files = 0;  ///< open file descriptors
};

/// Counts now.
process_state observe_process();

/// How many more threads there are than before, as text, or empty text. A thread that was joined may take a moment to vanish,
/// so it waits up to half a second. The same for files.
std::string thread_growth(const process_state& before);
std::string file_growth(const process_state& before);
/// Both together, for functions that should do nothing.
std::string growth(const process_state& before);

}  // namespace ccphost
