// SPDX-License-Identifier: BSL-1.0
/// @file A file of interactions through the identity hook.
#pragma once

#include "loader/plugin_set.hpp"
#include "replay_tally.hpp"

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>

namespace ccphost {

/// What to replay, and how.
struct replay_options {
    std::filesystem::path input;
    std::optional<std::string> output;  ///< a file's name, "-" for standard output; none to drop the results
    std::size_t workers = 32;           ///< threads; they mostly wait for the disk, and share its flushes
    retry_policy retry;
};

/// How a replay went.
struct replay_outcome {
    replay_tally tally;
    bool interrupted = false;
    std::chrono::nanoseconds duration{};
};

/// Reads the input to its end, or until `stopping` becomes true; then what was read is still resolved. Results come out in
/// input order, and memory does not grow with the input, except for the ids of contacts seen. Fails when a file cannot be read
/// or written.
result<replay_outcome> replay(const plugin_set& plugins, const replay_options& options, const std::atomic<bool>& stopping);

}  // namespace ccphost
