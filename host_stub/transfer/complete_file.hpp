// SPDX-License-Identifier: BSL-1.0
/// @file A file that is there only when it is complete.
#pragma once

#include "loader/failure.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace ccphost {

/// Written beside its place, under the name with ".partial" behind it, and put there when it is complete and on disk: what was
/// there before stays until then. What is not completed stays beside, for whoever wants to look. Used by one thread.
class complete_file {
public:
    explicit complete_file(std::filesystem::path place);

    /// Begins anew, whatever an earlier attempt left. Fails when another process writes the file at this time.
    result<void> begin();
    /// Whether `begin` found something that an earlier attempt left.
    [[nodiscard]] bool found_remains() const noexcept { return found_remains_; }
    /// @return false when it cannot be written
    bool write(std::string_view bytes) noexcept;
    /// Puts it in its place, durably.
    result<void> complete();

private:
    struct closer {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    [[nodiscard]] failure cannot(const char* what) const;

    std::filesystem::path place_;
    std::filesystem::path partial_;
    std::unique_ptr<std::FILE, closer> file_;
    bool found_remains_ = false;
};

}  // namespace ccphost
