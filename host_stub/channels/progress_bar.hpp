// SPDX-License-Identifier: BSL-1.0
/// @file A progress bar for a person at a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace ccphost {

/// Draws on standard error, ten times a second at most, and only if that is a terminal. Not thread-safe.
class progress_bar {
public:
    /// @param total what `done` counts up to   @param items what they are, such as "interactions"
    progress_bar(std::uint64_t total, std::string items);
    progress_bar(const progress_bar&) = delete;
    progress_bar& operator=(const progress_bar&) = delete;
    /// Takes the bar off the screen.
    ~progress_bar();

    /// Shows how far things are. @param items how many so far
    void show(std::uint64_t done, std::uint64_t items);

private:
    std::uint64_t total_;
    std::string items_;
    bool visible_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point next_ = begun_;
};

}  // namespace ccphost
