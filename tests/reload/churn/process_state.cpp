// SPDX-License-Identifier: BSL-1.0
#include "process_state.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>
#include <string>
#include <thread>

namespace ccphost::test {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds a_moment{1};

template <class Visit>
void for_each_entry(const fs::path& directory, const Visit& visit) {
    std::error_code bad;
    for (fs::directory_iterator each(directory, bad), end; !bad && each != end; each.increment(bad)) visit(each->path());
}

}  // namespace

std::size_t thread_count() {
    std::size_t threads = 0;
    for_each_entry("/proc/self/task", [&](const fs::path&) { ++threads; });
    return threads;
}

std::size_t thread_count_once(std::size_t expected) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    auto threads = thread_count();
    while (threads != expected && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(a_moment);
        threads = thread_count();
    }
    return threads;
}

std::size_t lasting_threads() {
    auto fewest = thread_count();
    for (int i = 0; i < 100; ++i) {
        std::this_thread::sleep_for(a_moment);
        fewest = std::min(fewest, thread_count());
    }
    return fewest;
}

open_files count_open_files(const fs::path& database) {
    open_files found{0, 0};
    for_each_entry("/proc/self/fd", [&](const fs::path& entry) {
        std::error_code gone;
        const bool of_database = fs::read_symlink(entry, gone).string().starts_with(database.string());
        if (!gone) ++(of_database ? found.of_database : found.others);
    });
    return found;
}

std::size_t mapped_builds() {
    std::ifstream maps("/proc/self/maps");
    std::set<std::string> files;
    for (std::string line; std::getline(maps, line);) {
        const auto at = line.find('/');
        if (at != std::string::npos && line.find("/ccp-host-") != std::string::npos) files.insert(line.substr(at));
    }
    return files.size();
}

std::size_t resident_kb() {
    std::ifstream statm("/proc/self/statm");
    std::size_t size = 0;
    std::size_t resident = 0;
    statm >> size >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

double slope(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    if (values.size() < 2) return 0;
    double sum_x = 0;
    double sum_y = 0;
    double sum_xx = 0;
    double sum_xy = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto x = static_cast<double>(i);
        sum_x += x;
        sum_y += values[i];
        sum_xx += x * x;
        sum_xy += x * values[i];
    }
    return (count * sum_xy - sum_x * sum_y) / (count * sum_xx - sum_x * sum_x);
}

}  // namespace ccphost::test
