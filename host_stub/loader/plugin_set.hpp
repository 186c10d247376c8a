// SPDX-License-Identifier: BSL-1.0
/// @file The plugins of the process, each in its slot.
#pragma once

#include "lingering_list.hpp"
#include "plugin_slot.hpp"
#include "task_board.hpp"

#include <functional>
#include <memory>
#include <shared_mutex>
#include <string>
#include <vector>

namespace ccphost {

/// All plugins of the process. Queries are thread-safe; changes are made by one thread at a time, before the first and after
/// the last use of a reloader by whoever owns the set, and in between by that reloader.
class plugin_set {
public:
    /// @param board borrowed; always holds the tasks of the plugins that serve
    plugin_set(shared_services shared, lifecycle_deadlines deadlines, task_board& board);
    plugin_set(const plugin_set&) = delete;
    plugin_set& operator=(const plugin_set&) = delete;

    /// Starts every plugin in order; a failure stops those already started. Two plugins may neither serve the same method and
    /// path template, nor declare the same topic, nor both bring the identity hook.
    result<void> start_all(const std::vector<plugin_source>& sources);
    /// Retires every plugin, the last started first. Gives a failure after having tried all: the first that left plugin code
    /// running, or else the first that left a library in memory, after which the process can go on.
    /// @param drain how long calls in flight may take, per plugin
    result<void> retire_all(std::chrono::milliseconds drain);

    /// Pins every plugin that serves, in the order of the configuration.
    [[nodiscard]] std::vector<pin> pin_all() const;
    /// Pins the plugin with this id, or nothing when it does not serve.
    [[nodiscard]] std::optional<pin> find(std::string_view id) const;
    /// Pins the plugin that brings the identity hook, or nothing.
    [[nodiscard]] std::optional<pin> identity() const;
    /// Whether each plugin can serve right now; empty text, or the first that cannot.
    [[nodiscard]] std::string health_fault() const;
    /// Generations that are not gone. Whether plugin code may still run is told by its lingering().
    [[nodiscard]] const lingering_list& left() const noexcept { return left_; }
    [[nodiscard]] lingering_list& left() noexcept { return left_; }

    /// @name For a reloader
    /// @{
    /// The plugin's slot, or null. Without an id the only plugin's.
    [[nodiscard]] std::shared_ptr<plugin_slot> slot(const std::optional<std::string>& id) const;
    [[nodiscard]] std::vector<std::shared_ptr<plugin_slot>> slots() const;
    /// Nothing, or which other plugin has what this one brings.
    [[nodiscard]] result<void> check_conflicts(const manifest& added, const plugin_slot* except) const;
    /// A generation with the next number.
    [[nodiscard]] std::shared_ptr<generation> next_generation(manifest listed, config_snapshot config);
    /// Puts the generation in place, and its tasks on the board. @return the one it replaces; null when there was none
    std::shared_ptr<generation> publish(const std::shared_ptr<plugin_slot>& in, std::shared_ptr<generation> next);
    /// Takes the slot out, and the plugin's tasks off the board. @return what served in it
    std::shared_ptr<generation> withdraw(const std::shared_ptr<plugin_slot>& out);
    [[nodiscard]] const lifecycle_deadlines& deadlines() const noexcept { return deadlines_; }
    /// @}

private:
    result<void> start_one(const plugin_source& source);

    shared_services shared_;
    lifecycle_deadlines deadlines_;
    task_board& board_;
    lingering_list left_;
    mutable std::shared_mutex mutex_;
    std::vector<std::shared_ptr<plugin_slot>> slots_;
    std::uint32_t last_number_ = 0;
};

}  // namespace ccphost
