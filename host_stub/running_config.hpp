// SPDX-License-Identifier: BSL-1.0
/// @file The host configuration in force, and its file read again.
#pragma once

#include "config_changes.hpp"
#include "control/command.hpp"
#include "host_config.hpp"
#include "loader/reloader.hpp"

#include <mutex>
#include <string>

namespace ccphost {

/// The configuration that the host started with, kept in step with what plugins have taken over since. Thread-safe.
class running_config {
public:
    /// @param config with the file it came from   @param reloads borrowed; outlives this object
    running_config(const host_config& config, reloader& reloads)
        : file_(config.file), document_(config.document), reloads_(reloads) {}

    /// Adds "config diff" and "config reload"; they borrow this object.
    void add_to(command_map& commands);
    /// Reads the file again and has each plugin whose configuration differs take it over. What differs elsewhere is told, and
    /// comes into force another way. A file that is not valid changes nothing.
    control_reply reload(const std::string& actor);
    /// What differs between what is in force and the file.
    [[nodiscard]] control_reply diff() const;

private:
    // What became of the changes of each plugin.
    using reports_by_plugin = std::map<std::size_t, operation_report>;
    reports_by_plugin configure_changed(const std::vector<config_change>& changes, const host_config& next,
                                        const std::string& actor);

    std::filesystem::path file_;
    mutable std::mutex mutex_;
    boost::json::value document_;
    reloader& reloads_;
};

}  // namespace ccphost
