// SPDX-License-Identifier: BSL-1.0
/// @file What a file says.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace ccphost {

/// A file's bytes; nothing when it cannot be read to its end, as a directory cannot, or what /proc had of a thread that is
/// gone.
std::optional<std::string> file_text(const std::filesystem::path& file);

}  // namespace ccphost
