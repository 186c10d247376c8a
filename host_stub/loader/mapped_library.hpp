// SPDX-License-Identifier: BSL-1.0
/// @file Libraries in this process's memory.
#pragma once

#include "failure.hpp"

#include <filesystem>
#include <string>

namespace ccphost {

/// Loads a library for the life of the process, so that a reload cycles the plugin alone and no library's exit handlers run
/// early.
result<void> keep_resident(const std::string& name);

/// Whether the process's memory map shows the file, be it deleted or not; also when the map cannot be read. @param file
/// absolute, without symbolic links
bool is_mapped(const std::filesystem::path& file);

}  // namespace ccphost
