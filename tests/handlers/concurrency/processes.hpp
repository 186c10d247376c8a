// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sys/types.h>

#include <cstdio>
#include <string>
#include <vector>

namespace extsrc::concurrency {

/// A worker in a process of its own; killed if it still runs when this ends.
class worker {
public:
    worker(const std::string& work, const std::string& url, unsigned seed);
    worker(const worker&) = delete;
    worker& operator=(const worker&) = delete;
    ~worker();

    /// The next line it reports; empty when there is no more.
    [[nodiscard]] std::string line();
    /// All lines until it ends.
    [[nodiscard]] std::vector<std::string> rest();
    /// kill -9, as the system would on a lack of memory.
    void kill();
    /// Waits for the end. @return whether it ended well
    [[nodiscard]] bool ended_well();

private:
    pid_t process_ = -1;
    std::FILE* output_ = nullptr;
};

}  // namespace extsrc::concurrency
