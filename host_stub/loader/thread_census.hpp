// SPDX-License-Identifier: BSL-1.0
/// @file Which threads a plugin started, and whether they are gone.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace ccphost {

/// The threads that appeared in the process while a plugin was created and started. Code of a thread that lives on must not be
/// unmapped. A thread that a plugin starts later, from a call on one of the host's workers, is not seen. Used by one thread.
class thread_census {
public:
    /// What comes from now on counts.
    void begin();
    /// What comes from now on does not count any more.
    void end();
    /// Whether the kernel did not let itself be asked; then nothing is known of the threads.
    [[nodiscard]] bool blind() const noexcept { return blind_; }
    /// Threads of the census that live, after waiting for their end for at most `patience`.
    [[nodiscard]] std::vector<pid_t> alive(std::chrono::milliseconds patience) const;

private:
    using thread_mark = std::pair<pid_t, std::uint64_t>;  // with when it started, since the kernel uses numbers again

    [[nodiscard]] std::vector<pid_t> alive_now() const;

    std::set<pid_t> before_;
    std::set<thread_mark> counted_;
    bool blind_ = false;
};

}  // namespace ccphost
