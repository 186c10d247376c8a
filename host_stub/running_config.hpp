// SPDX-License-Identifier: BSL-1.0
/// @file The host configuration in force, and its file read again.
#pragma once

#include "config_changes.hpp"
#include "control/command.hpp"
#include "host_config.hpp"
#include "loader/reloader.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace ccphost {

/// The configuration that the host started with, kept in step with what plugins have taken over since. Thread-safe.
class running_config {
public:
    /// @param config with the file it came from   @param plugins that were started from it, in its order
    /// @param reloads borrowed; outlives this object
    running_config(const host_config& config, const plugin_set& plugins, reloader& reloads);

    /// Adds "config diff" and "config reload"; they borrow this object.
    void add_to(command_map& commands);
    /// Reads the file again and has each plugin whose entry differs accept it. What differs elsewhere is told, and comes into
    /// force with a restart. A file that is not valid changes nothing. @param order on whose behalf; names no plugin
    control_reply reload(const operation_order& order);
    /// What differs between what was accepted and the file.
    [[nodiscard]] control_reply diff() const;

private:
    // What became of the changes of each plugin.
    using reports_by_plugin = std::map<std::size_t, operation_report>;
    reports_by_plugin accept(const std::vector<config_change>& changes, const host_config& next, operation_order order);

    std::filesystem::path file_;
    std::vector<std::string> ids_;  // of the plugins, by their index
    mutable std::mutex mutex_;
    boost::json::value document_;
    reloader& reloads_;
};

}  // namespace ccphost
