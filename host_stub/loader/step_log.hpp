// SPDX-License-Identifier: BSL-1.0
/// @file Which steps something took, and how long each.
#pragma once

#include "failure.hpp"

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace ccphost {

/// One step that was taken, or is under way.
struct step_record {
    step which;
    std::chrono::microseconds took;
    std::string note;  ///< for operators; may be empty
};

/// Steps in the order they were begun; each ends when the next begins. Thread-safe: a step that overran its deadline may go on
/// while the log is read.
class step_log {
public:
    using clock = std::chrono::steady_clock;

    /// Begins a step, and so ends the one before.
    void begin(step which);
    /// Adds a remark to the step under way.
    void note(std::string text);
    /// Ends the step under way.
    void end();
    /// All steps; one under way has taken as long as it runs by now.
    [[nodiscard]] std::vector<step_record> records() const;

private:
    void close(clock::time_point now);

    mutable std::mutex mutex_;
    std::vector<step_record> records_;
    clock::time_point begun_;
    bool open_ = false;
};

}  // namespace ccphost
