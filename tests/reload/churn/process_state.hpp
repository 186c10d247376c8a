// SPDX-License-Identifier: BSL-1.0
/// @file What this process holds, as the kernel sees it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace ccphost::test {

std::size_t thread_count();
/// The same as soon as it is `expected`, or else after 10 s: a thread that was joined can be seen for a moment longer.
std::size_t thread_count_once(std::size_t expected);
/// The fewest threads that were seen within a tenth of a second: those that stay.
std::size_t lasting_threads();

/// Open files, seen in one pass.
struct open_files {
    std::size_t of_database;  ///< whose path begins with the database's: itself and its companions
    std::size_t others;
};
open_files count_open_files(const std::filesystem::path& database);
/// Different files of loaded plugin builds in the memory map.
std::size_t mapped_builds();
/// Resident memory in kB.
std::size_t resident_kb();

/// Slope of a straight line through the values, by least squares: growth per step.
double slope(const std::vector<double>& values);

}  // namespace ccphost::test
