// SPDX-License-Identifier: BSL-1.0
#include "progress_bar.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

namespace ccphost {

progress_bar::progress_bar(std::uint64_t total, std::string items)
    : total_(std::max<std::uint64_t>(total, 1)), items_(std::move(items)), visible_(::isatty(STDERR_FILENO) == 1) {}

progress_bar::~progress_bar() {
    if (visible_) std::fputs("\r\x1b[K", stderr);
}

void progress_bar::show(std::uint64_t done, std::uint64_t items) {
    const auto now = std::chrono::steady_clock::now();
    if (!visible_ || now < next_) return;
    next_ = now + std::chrono::milliseconds(100);
    constexpr std::uint64_t width = 40;
    const auto share = std::min(done, total_);
    const auto filled = static_cast<std::size_t>(share * width / total_);
    const auto seconds = std::chrono::duration<double>(now - begun_).count();
    std::fprintf(stderr, "\r[%s%s] %3d%%  %llu %s, %.0f/s\x1b[K", std::string(filled, '#').c_str(),
                 std::string(width - filled, '.').c_str(), static_cast<int>(share * 100 / total_),
                 static_cast<unsigned long long>(items), items_.c_str(),
                 seconds > 0 ? static_cast<double>(items) / seconds : 0.0);
}

}  // namespace ccphost
