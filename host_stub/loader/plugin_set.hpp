// SPDX-License-Identifier: BSL-1.0
/// @file The plugins of a host configuration, each in its slot.
#pragma once

#include "generation_slot.hpp"

#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ccphost {

/// One entry of the host configuration's "plugins".
struct plugin_source {
    std::filesystem::path manifest;
    std::optional<std::filesystem::path> library;  ///< in place of the manifest's; must have the manifest's checksum
    boost::json::value config;                     ///< not yet validated
    std::map<std::string, std::chrono::seconds> task_intervals{};  ///< by task, in place of the manifest's
};

/// Reads the manifest, puts the library's path and the tasks' intervals in, and validates the configuration. Runs none of the
/// plugin's code.
result<manifest> prepare(const plugin_source& source);

/// All plugins of the process. start_all and retire_all are called once each, from one thread; the rest is thread-safe between.
class plugin_set {
public:
    plugin_set(shared_services shared, control_thread& control, lifecycle_deadlines deadlines);
    plugin_set(const plugin_set&) = delete;
    plugin_set& operator=(const plugin_set&) = delete;

    /// Starts every plugin in order; a failure stops those already started. Two plugins may neither serve the same method and
    /// path template, nor declare the same topic, nor both bring the identity hook.
    result<void> start_all(const std::vector<plugin_source>& sources);
    /// Retires every plugin, the last started first. Gives a failure after having tried all: the first that left plugin code
    /// running, or else one at `unload`, after which the process can go on.
    /// @param drain how long requests in flight may take, per plugin
    result<void> retire_all(std::chrono::milliseconds drain);

    /// Slots in the order of the configuration.
    [[nodiscard]] const std::deque<generation_slot>& slots() const noexcept { return slots_; }
    /// Pins the plugin with this id, or nothing when it is not running.
    [[nodiscard]] std::optional<pin> find(std::string_view id) const;
    /// Pins the plugin that brings the identity hook, or nothing.
    [[nodiscard]] std::optional<pin> identity() const;
    /// Whether each plugin can serve right now; empty text, or the first that cannot.
    [[nodiscard]] std::string health_fault() const;

private:
    result<void> check_conflicts(const manifest& added) const;

    shared_services shared_;
    control_thread& control_;
    lifecycle_deadlines deadlines_;
    std::deque<generation_slot> slots_;  // a slot cannot move
    std::uint16_t last_number_ = 0;
};

}  // namespace ccphost
