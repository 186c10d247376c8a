// SPDX-License-Identifier: BSL-1.0
/// @file Operations on the plugins of a serving host: load, reload, roll back, configure, unload.
#pragma once

#include "operation_history.hpp"
#include "operation_report.hpp"
#include "plugin_set.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace ccphost {

/// What becomes of an operation that comes while another one is in progress.
enum class when_busy { give_up, wait };

/// Which plugin, on whose behalf, and how patiently.
struct operation_order {
    std::optional<std::string> plugin{};  ///< its id; without one, the only plugin
    std::string actor{};
    std::optional<std::chrono::milliseconds> drain{};  ///< in place of the deadline of the host's configuration
    when_busy busy = when_busy::give_up;
};

/// Where a plugin that serves comes from.
struct plugin_origin {
    std::string id;
    std::filesystem::path manifest;
    bool watched;
};

/// Carries out one operation at a time, on the thread that calls; one that comes meanwhile is answered as busy at once, unless
/// its order says that it waits. Nothing is switched before the new generation has proven its health, and the old one is ended
/// after the switch: whatever fails before leaves the old one serving, and what fails afterwards is reported. Every operation
/// is logged and remembered.
class reloader {
public:
    /// Both borrowed; outlive the reloader.
    reloader(plugin_set& plugins, metrics& counters) : plugins_(plugins), counters_(counters) {}
    reloader(const reloader&) = delete;
    reloader& operator=(const reloader&) = delete;

    /// Replaces the generation that serves with a new one, of the same or of another build. The changes hold from then on, if
    /// it succeeds. The configuration is the one that was accepted last, whatever the host's file says.
    operation_report reload(const operation_order& order, const source_changes& changes = {});
    /// Replaces it with the build that served before it.
    operation_report rollback(const operation_order& order);
    /// Accepts changes, and has the generation that serves take over the configuration among them. What it cannot take over
    /// while it runs comes into force with its replacement; a configuration of that kind is reported as deferred.
    operation_report configure(const operation_order& order, const source_changes& changes);
    /// Starts a further plugin.
    operation_report load(const plugin_source& source, const operation_order& order);
    /// Ends a plugin. One that brings the identity hook is refused unless `force` is set: without it no interaction is
    /// resolved.
    operation_report unload(const operation_order& order, bool force);
    /// Tries again to end what lingers; nothing when an operation is in progress.
    void end_lingering();

    /// Where the plugins come from; nothing at all when an operation is in progress, unless it waits.
    [[nodiscard]] std::optional<std::vector<plugin_origin>> origins(when_busy busy);

    /// Has an operation under way wait no longer for calls in flight, waits for its end, and refuses every later one, because
    /// the host is stopping.
    void close();

    [[nodiscard]] const operation_history& history() const noexcept { return history_; }

private:
    // What one operation works with.
    struct run {
        operation_report& report;
        generation::log steps;
        std::chrono::milliseconds drain;
    };
    using work = std::function<result<void>(run&)>;

    operation_report carry_out(plugin_operation what, const operation_order& order, const work& does);
    std::unique_lock<std::mutex> turn(when_busy busy);
    void conclude(operation_report& report, const result<void>& outcome) const;
    [[nodiscard]] result<std::shared_ptr<plugin_slot>> slot_of(const operation_order& order, operation_report& report) const;
    result<void> replace(const std::shared_ptr<plugin_slot>& slot, manifest listed, config_snapshot config, run& with);
    result<void> take_over(plugin_slot& slot, const source_changes& changes, run& with);
    result<std::shared_ptr<generation>> bring_up(manifest listed, config_snapshot config, run& with);
    void take_down(const std::shared_ptr<generation>& old, run& with);
    static void settle(plugin_slot& slot, const generation::log& steps);
    void count(const operation_report& report);

    plugin_set& plugins_;
    metrics& counters_;
    std::mutex one_at_a_time_;
    std::atomic<bool> closed_ = false;
    operation_history history_;
};

}  // namespace ccphost
