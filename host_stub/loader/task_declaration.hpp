// SPDX-License-Identifier: BSL-1.0
/// @file The tasks a manifest declares: periodic work that the host triggers.
#pragma once

#include "json_members.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace ccphost {

/// Seconds between two runs of a task at most: a year.
inline constexpr std::int64_t longest_task_interval_s = 31'536'000;

/// One entry of a manifest's "tasks".
struct task_declaration {
    std::string name;
    std::chrono::seconds every;
    std::string description;  ///< for operators; may be empty
};

/// Reads the member "tasks"; an absent one is empty. @throw member_error
std::vector<task_declaration> read_tasks(json_members& manifest);

}  // namespace ccphost
