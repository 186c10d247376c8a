// SPDX-License-Identifier: BSL-1.0
/// @file The admin console's shell: the files in this folder that go to browsers, as they were when the host was built.
#pragma once

#include <span>
#include <string_view>

namespace ccphost {

/// A file for browsers; static.
struct embedded_file {
    std::string_view name;
    std::string_view bytes;
};

/// All of them.
std::span<const embedded_file> shell_files() noexcept;

}  // namespace ccphost
