// SPDX-License-Identifier: BSL-1.0
#include "process_state.hpp"

#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>

namespace ccphost {
namespace {

std::size_t entries(const char* directory) {
    const std::filesystem::directory_iterator begin(directory);
    return static_cast<std::size_t>(std::distance(begin, std::filesystem::directory_iterator()));
}

std::string growth_of(std::size_t process_state::*what, const process_state& before, const char* name) {
    constexpr int patience = 50;
    auto now = observe_process().*what;
    for (int i = 0; now > before.*what && i < patience; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        now = observe_process().*what;
    }
    if (now <= before.*what) return {};
    const auto more = now - before.*what;
    return std::to_string(more) + " " + name + (more == 1 ? "" : "s");
}

}  // namespace

process_state observe_process() {
    return {entries("/proc/self/task"), entries("/proc/self/fd")};
}

std::string thread_growth(const process_state& before) {
    return growth_of(&process_state::threads, before, "thread");
}

std::string file_growth(const process_state& before) {
    return growth_of(&process_state::files, before, "open file");
}

std::string growth(const process_state& before) {
    const auto threads = thread_growth(before);
    const auto files = file_growth(before);
    return threads + (threads.empty() || files.empty() ? "" : " and ") + files;
}

}  // namespace ccphost
