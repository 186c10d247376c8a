// SPDX-License-Identifier: BSL-1.0
/// @file A library under examination, in memory.
#pragma once

#include "loader/failure.hpp"

#include <ccp/plugin.h>

#include <filesystem>

namespace ccphost {

/// A loaded library. Nothing unloads it but close(): code of one that broke a rule may still be running.
class opened_library {
public:
    /// Loads it as the host does. @param file absolute, without symbolic links
    static result<opened_library> open(const std::filesystem::path& file);

    /// The entry function, or null when the library exports none.
    [[nodiscard]] ccp_plugin_entry_fn entry() const noexcept;
    /// Unloads. @return nothing, or why it stays mapped
    result<void> close();

private:
    opened_library(std::filesystem::path file, void* handle) : file_(std::move(file)), handle_(handle) {}

    std::filesystem::path file_;
    void* handle_;
};

}  // namespace ccphost
