// SPDX-License-Identifier: BSL-1.0
/// @file The serve command.
#pragma once

#include "host_config.hpp"

namespace ccphost {

/// Starts the plugins and the server, prints the address, and serves until SIGTERM or SIGINT. @return when it has stopped
/// cleanly, or what kept it from starting or stopping
result<void> serve(const host_config& config);

}  // namespace ccphost
