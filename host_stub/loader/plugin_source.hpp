// SPDX-License-Identifier: BSL-1.0
/// @file Where a plugin comes from, and what it is told.
#pragma once

#include "manifest.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace ccphost {

/// One entry of the host configuration's "plugins".
struct plugin_source {
    std::filesystem::path manifest;
    std::optional<std::filesystem::path> library{};  ///< in place of the manifest's; must have the manifest's checksum
    boost::json::value config{};                     ///< not yet validated
    std::map<std::string, std::chrono::seconds> task_intervals{};  ///< by task, in place of the manifest's
    bool watch = false;                                            ///< whether a changed manifest is reloaded by itself
};

/// What differs from where a plugin came from so far, and from what it was told.
struct source_changes {
    std::optional<std::filesystem::path> manifest{};  ///< with the library that it names, unless one is given here
    std::optional<std::filesystem::path> library{};   ///< in place of the manifest's; empty for the manifest's again
    std::optional<boost::json::value> config{};
    std::optional<std::map<std::string, std::chrono::seconds>> task_intervals{};
    std::optional<bool> watch{};
};

/// The source with the changes made.
plugin_source applied(plugin_source to, const source_changes& changes);

/// Reads a manifest unless everybody may write it, or put another in its place: whoever does decides what the host runs.
result<manifest> read_trusted_manifest(const std::filesystem::path& file);

/// Reads the manifest, puts the library's path and the tasks' intervals in, and validates the configuration. Runs none of the
/// plugin's code.
result<manifest> prepare(const plugin_source& source);

/// The last two parts of prepare, for a manifest that was read.
result<manifest> fit_to_source(manifest listed, const plugin_source& source);

}  // namespace ccphost
