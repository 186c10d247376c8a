// SPDX-License-Identifier: BSL-1.0
/// @file SHA-256 of files.
#pragma once

#include "failure.hpp"

#include <filesystem>
#include <string>

namespace ccphost {

/// The SHA-256 of a file's content as 64 lower-case hexadecimal digits.
result<std::string> sha256_of_file(const std::filesystem::path& file);

}  // namespace ccphost
