// SPDX-License-Identifier: BSL-1.0
/// @file SHA-256 as text.
#pragma once

#include "failure.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace ccphost {

/// The SHA-256 of a file's content as 64 lower-case hexadecimal digits.
result<std::string> sha256_of_file(const std::filesystem::path& file);

/// The same of a text. @throw std::runtime_error when the library has no SHA-256
std::string sha256_of_text(std::string_view text);

}  // namespace ccphost
