// SPDX-License-Identifier: BSL-1.0
/// @file The host's private copy of a plugin library: what is checked is what is loaded, and what is loaded cannot change.
#pragma once

#include "step_log.hpp"

#include <filesystem>
#include <string>

namespace ccphost {

/// A private copy, mode 0500 in a directory of mode 0700, removed with this object. Move-only. The dynamic linker tells
/// libraries apart by file, so each generation needs a copy of its own.
class staged_library {
public:
    /// Copies `library`, compares the copy's SHA-256, and checks that it is a whole ELF library for this machine: the dynamic
    /// linker maps a cut-off file without complaint and dies later. Logs the steps stage and checksum.
    static result<staged_library> make(const std::filesystem::path& library, const std::string& sha256, step_log& log);

    staged_library(staged_library&& other) noexcept;
    staged_library& operator=(staged_library&&) = delete;
    ~staged_library();

    /// Absolute path of the copy.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return file_; }

private:
    explicit staged_library(std::filesystem::path directory, const std::filesystem::path& name);

    std::filesystem::path directory_;
    std::filesystem::path file_;
};

}  // namespace ccphost
