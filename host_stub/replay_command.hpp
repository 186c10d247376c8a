// SPDX-License-Identifier: BSL-1.0
/// @file The replay command.
#pragma once

#include "channels/replay.hpp"
#include "host_config.hpp"

namespace ccphost {

/// Starts the plugins, replays, stops them, and prints the summary on standard error. SIGINT and SIGTERM end the replay early.
/// @return nothing when the input was replayed to its end
result<void> run_replay(const host_config& config, const replay_options& options);

}  // namespace ccphost
