// SPDX-License-Identifier: BSL-1.0
/// @file The plugin's pages of the admin console, as they were built with it.
#pragma once

#include <span>
#include <string_view>

namespace extsrc::console {

/// A file for browsers; static.
struct embedded_file {
    std::string_view name;
    std::string_view bytes;
};

/// "console.js.gz" alone, the module with all pages; src/ has its sources.
std::span<const embedded_file> bundle() noexcept;

}  // namespace extsrc::console
