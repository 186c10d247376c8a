// SPDX-License-Identifier: BSL-1.0
#include "hangup.hpp"

#include <boost/json.hpp>
#include <spdlog/spdlog.h>

namespace ccphost {
namespace {

constexpr const char* actor = "SIGHUP";

// Whether the manifest is not the one that serves. One that cannot be read counts: its reload says why.
bool is_outdated(const plugin_origin& origin, const plugin_set& plugins) {
    const auto serving = plugins.find(origin.id);
    if (!serving) return false;
    const auto found = read_manifest(origin.manifest);
    return !found || found->version != (*serving)->listed().version ||
           found->library_sha256 != (*serving)->listed().library_sha256;
}

void tell(const control_reply& configured) {
    if (configured.code == control_code::ok) {
        spdlog::info("{}: configuration: {}", actor, boost::json::serialize(configured.data));
    } else {
        spdlog::error("{}: configuration: {}", actor, configured.message);
    }
}

}  // namespace

void take_in_changes(running_config& config, const plugin_set& plugins, reloader& reloads) noexcept {
    try {
        tell(config.reload({.actor = actor, .busy = when_busy::wait}));
        bool changed = false;
        const auto origins = reloads.origins(when_busy::wait);
        for (const auto& origin : *origins) {
            if (!is_outdated(origin, plugins)) continue;
            changed = true;
            static_cast<void>(reloads.reload({.plugin = origin.id, .actor = actor, .busy = when_busy::wait}));
        }
        if (!changed) spdlog::info("{}: every plugin serves the build that its manifest names", actor);
    } catch (const std::exception& error) {
        spdlog::error("{}: {}", actor, error.what());
    }
}

}  // namespace ccphost
