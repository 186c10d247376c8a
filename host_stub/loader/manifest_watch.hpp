// SPDX-License-Identifier: BSL-1.0
/// @file Notices that a manifest file was replaced.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

namespace ccphost {

/// Looks at files now and then. A change counts once the file has stayed the same from one look to the next, so that one being
/// written is left alone. Looking works on every file system, where notifications of the kernel do not. Used by one thread.
class manifest_watch {
public:
    /// Watches these files from now on, and only them; a file that is new here counts as unchanged.
    void set(const std::vector<std::filesystem::path>& files);
    /// Looks once. @return files that changed since they were told last
    [[nodiscard]] std::vector<std::filesystem::path> look();
    /// Has look() tell this file again at the next look.
    void tell_again(const std::filesystem::path& file);

private:
    struct stamp {
        ino_t file = 0;
        off_t size = 0;
        std::int64_t changed_ns = 0;
        bool operator==(const stamp&) const = default;
    };
    struct watched {
        stamp told;
        stamp seen;
    };
    static stamp stamp_of(const std::filesystem::path& file);

    std::map<std::filesystem::path, watched> files_;
};

}  // namespace ccphost
