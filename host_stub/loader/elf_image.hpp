// SPDX-License-Identifier: BSL-1.0
/// @file A look at an ELF file before the dynamic linker is trusted with it.
#pragma once

#include <filesystem>
#include <string>

namespace ccphost {

/// Why the file cannot be a whole shared library for this machine ("is not an ELF file", "is cut off ..."), or empty text.
std::string elf_fault(const std::filesystem::path& file);

}  // namespace ccphost
