// SPDX-License-Identifier: BSL-1.0
/// @file The symbols of a library that the dynamic linker sees, read from the file.
#pragma once

#include "loader/failure.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace ccphost {

/// What a library offers the dynamic linker, and asks of it.
struct dynamic_symbols {
    std::vector<std::string> exported;       ///< functions and data, those of binding GNU_UNIQUE among them
    std::vector<std::string> unique;         ///< of binding STB_GNU_UNIQUE
    std::vector<std::string> version_nodes;  ///< of a version script
    std::vector<std::string> imported;
    bool nodelete = false;  ///< marked DF_1_NODELETE
};

/// Reads them. @param file one in which elf_fault finds nothing wrong
result<dynamic_symbols> read_dynamic_symbols(const std::filesystem::path& file);

}  // namespace ccphost
