// SPDX-License-Identifier: BSL-1.0
/// @file What became of an operation on a plugin.
#pragma once

#include "step_log.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// What operators do to plugins while the host runs.
enum class plugin_operation { load, reload, rollback, configure, unload };

/// How it ended.
enum class operation_outcome {
    done,
    deferred,  ///< accepted, and in force with the plugin's next reload
    failed,    ///< what served before still serves
    refused,   ///< not acceptable as it is; what served before still serves
    busy,      ///< another operation is in progress; nothing was done
    lingering  ///< done, but the generation that ended is not gone
};

std::string_view name_of(plugin_operation which) noexcept;
std::string_view name_of(operation_outcome which) noexcept;

/// A generation as reports name it.
struct generation_mark {
    std::uint32_t number;
    std::string version;
    std::string build;
};

/// One operation from its beginning to its end. A value.
struct operation_report {
    plugin_operation what;
    std::string plugin;  ///< its id, as far as it is known
    std::string actor;   ///< on whose behalf, such as "uid 0", "SIGHUP" or "watch"
    std::chrono::system_clock::time_point begun = std::chrono::system_clock::now();
    std::chrono::microseconds took{};
    std::optional<generation_mark> from{};  ///< what served before
    std::optional<generation_mark> to{};    ///< what serves now, when that changed
    std::vector<step_record> steps{};
    operation_outcome outcome = operation_outcome::done;
    std::string message{};  ///< one sentence; empty when all is well
};

/// The report on one line: "reload org.example generation 1 (1.0.0) -> 2 (1.1.0) done in 12.3 ms: stage 1.0 ms, ...".
std::string one_line(const operation_report& report);

}  // namespace ccphost
