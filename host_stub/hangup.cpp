// SPDX-License-Identifier: BSL-1.0
#include "hangup.hpp"

#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include <vector>

namespace ccphost {
namespace {

constexpr const char* actor = "SIGHUP";

// Ids of those whose manifest is not the one that serves. One that cannot be read counts: its reload says why.
std::vector<std::string> outdated(const plugin_set& plugins) {
    std::vector<std::string> ids;
    for (const auto& pinned : plugins.pin_all()) {
        const auto& serving = pinned->listed();
        const auto found = read_manifest(serving.file);
        if (found && found->version == serving.version && found->library_sha256 == serving.library_sha256) continue;
        ids.push_back(serving.id);
    }
    return ids;
}

}  // namespace

void take_in_changes(running_config& config, plugin_set& plugins, reloader& reloads) noexcept {
    try {
        const auto configured = config.reload(actor);
        spdlog::info("{}: configuration: {}{}", actor, boost::json::serialize(configured.data), configured.message);
        const auto changed = outdated(plugins);
        if (changed.empty()) spdlog::info("{}: every plugin serves the build that its manifest names", actor);
        for (const auto& id : changed) static_cast<void>(reloads.reload({.plugin = id, .actor = actor}));
    } catch (const std::exception& error) {
        spdlog::error("{}: {}", actor, error.what());
    }
}

}  // namespace ccphost
