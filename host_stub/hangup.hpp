// SPDX-License-Identifier: BSL-1.0
/// @file What SIGHUP asks for.
#pragma once

#include "loader/reloader.hpp"
#include "running_config.hpp"

namespace ccphost {

/// Takes in what changed on disk: the plugins' configurations as `config reload` does, and then each plugin whose manifest
/// names another version or checksum than the one that serves. Says in the log what came of it. Does not throw.
void take_in_changes(running_config& config, const plugin_set& plugins, reloader& reloads) noexcept;

}  // namespace ccphost
