// SPDX-License-Identifier: BSL-1.0
/// @file What became of the calls that a generation served.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

namespace ccphost {

/// A call that a plugin failed, in the sense of the interface: an answer such as 404 is a success.
struct call_failure {
    std::chrono::system_clock::time_point at;
    std::string why;  ///< one line
};

/// Counts the calls of one generation and keeps its last failure. Thread-safe.
class call_record {
public:
    void succeeded() noexcept { ++served_; }
    void failed(std::string why);

    /// Calls that returned, the failed ones included.
    [[nodiscard]] std::uint64_t served() const noexcept { return served_; }
    [[nodiscard]] std::uint64_t failures() const noexcept { return failures_; }
    [[nodiscard]] std::optional<call_failure> last_failure() const;

private:
    std::atomic<std::uint64_t> served_ = 0;
    std::atomic<std::uint64_t> failures_ = 0;
    mutable std::mutex mutex_;
    std::optional<call_failure> last_;
};

}  // namespace ccphost
