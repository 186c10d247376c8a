// SPDX-License-Identifier: BSL-1.0
#include "manifest_watch.hpp"

#include <sys/stat.h>

#include <algorithm>

namespace ccphost {

manifest_watch::stamp manifest_watch::stamp_of(const std::filesystem::path& file) {
    struct ::stat found {};
    if (::stat(file.c_str(), &found) != 0) return {};
    return {found.st_ino, found.st_size, std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec};
}

void manifest_watch::set(const std::vector<std::filesystem::path>& files) {
    std::erase_if(files_, [&](const auto& each) { return std::find(files.begin(), files.end(), each.first) == files.end(); });
    for (const auto& file : files) {
        if (files_.contains(file)) continue;
        const auto now = stamp_of(file);
        files_.emplace(file, watched{now, now});
    }
}

std::vector<std::filesystem::path> manifest_watch::look() {
    std::vector<std::filesystem::path> changed;
    for (auto& [file, known] : files_) {
        const auto now = stamp_of(file);
        const bool settled = now == known.seen;
        known.seen = now;
        if (!settled || now == known.told || now == stamp{}) continue;  // a file that is gone is no manifest
        known.told = now;
        changed.push_back(file);
    }
    return changed;
}

void manifest_watch::tell_again(const std::filesystem::path& file) {
    if (const auto found = files_.find(file); found != files_.end()) found->second.told = {};
}

}  // namespace ccphost
