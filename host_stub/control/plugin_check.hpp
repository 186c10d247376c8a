// SPDX-License-Identifier: BSL-1.0
/// @file A dry run of loading a plugin.
#pragma once

#include "protocol.hpp"

#include <filesystem>
#include <optional>

namespace ccphost {

/// Manifest, stage, checksum, load and negotiate, in this process; creates no instance. The data is a list of
/// {"check","result","why"} with result ok, fail or skipped; the code is refused if one failed.
control_reply check_plugin(const std::filesystem::path& manifest, const std::optional<std::filesystem::path>& library);

}  // namespace ccphost
