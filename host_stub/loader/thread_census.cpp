// SPDX-License-Identifier: BSL-1.0
#include "thread_census.hpp"

#include "file_text.hpp"

#include <charconv>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <thread>

namespace ccphost {
namespace {

namespace fs = std::filesystem;

const fs::path tasks = "/proc/self/task";

// Never empty unless the kernel cannot be asked: the caller is a thread too.
std::set<pid_t> thread_numbers() {
    std::set<pid_t> numbers;
    std::error_code bad;
    for (fs::directory_iterator each(tasks, bad), end; !bad && each != end; each.increment(bad)) {
        const auto name = each->path().filename().string();
        pid_t number = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), number).ec == std::errc()) numbers.insert(number);
    }
    return numbers;
}

// In clock ticks since boot; nothing when the thread is gone. See proc(5): the name in field 2 may hold anything.
std::optional<std::uint64_t> start_time(pid_t thread) {
    const auto text = file_text(tasks / std::to_string(thread) / "stat");
    const auto name_end = text ? text->rfind(')') : std::string::npos;
    if (name_end == std::string::npos) return std::nullopt;
    std::istringstream fields(text->substr(name_end + 1));
    constexpr int field_after_name = 3;
    constexpr int field_of_start = 22;
    std::string field;
    for (int i = field_after_name; i <= field_of_start; ++i) {
        if (!(fields >> field)) return std::nullopt;
    }
    return std::stoull(field);
}

}  // namespace

void thread_census::begin() {
    before_ = thread_numbers();
    counted_.clear();
    blind_ = before_.empty();
}

void thread_census::end() {
    const auto now = thread_numbers();
    blind_ = blind_ || now.empty();
    for (const auto number : now) {
        if (before_.contains(number)) continue;
        if (const auto started = start_time(number)) counted_.emplace(number, *started);
    }
}

std::vector<pid_t> thread_census::alive_now() const {
    std::vector<pid_t> left;
    for (const auto& [number, started] : counted_) {
        if (start_time(number) == started) left.push_back(number);
    }
    return left;
}

// A thread that was joined can be seen for a moment more.
std::vector<pid_t> thread_census::alive(std::chrono::milliseconds patience) const {
    const auto until = std::chrono::steady_clock::now() + patience;
    auto left = alive_now();
    while (!left.empty() && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        left = alive_now();
    }
    return left;
}

}  // namespace ccphost
