// SPDX-License-Identifier: BSL-1.0
/// @file The account of a replay.
#pragma once

#include "latency_histogram.hpp"
#include "resolver.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_set>

namespace ccphost {

/// Counts what a replay did. Holds each contact id seen once. Not thread-safe.
class replay_tally {
public:
    /// Counts an interaction that went through the hook.
    void add(const resolution_record& resolution, std::chrono::nanoseconds took);
    /// Counts a line that is no interaction.
    void add_rejected();

    [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
    /// How many had the outcome.
    [[nodiscard]] std::uint64_t of(const std::string& outcome) const;
    [[nodiscard]] std::size_t contacts() const noexcept { return contacts_.size(); }
    /// The summary for people, some lines. @param interrupted whether the run was stopped before its end
    [[nodiscard]] std::string summary(std::chrono::nanoseconds duration, bool interrupted) const;

private:
    std::uint64_t total_ = 0;
    std::map<std::string, std::uint64_t> outcomes_;
    std::unordered_set<std::string> contacts_;
    latency_histogram latency_;
};

}  // namespace ccphost
