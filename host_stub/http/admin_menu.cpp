// SPDX-License-Identifier: BSL-1.0
#include "admin_menu.hpp"

#include "access.hpp"
#include "admin_assets.hpp"

#include <boost/json.hpp>

#include <set>

namespace ccphost {

boost::json::array menu_of(const plugin_set& plugins, const client_account& account) {
    boost::json::array entries;
    std::set<std::string> taken;
    for (const auto& pinned : plugins.pin_all()) {
        const auto& console = pinned->console();
        for (const auto& each : console.entries) {
            if (!taken.insert(each.path).second || denied(account, each.demand)) continue;
            entries.push_back({{"group", each.group},
                               {"label", each.label},
                               {"path", each.path},
                               {"element", each.element},
                               {"module", asset_url(pinned->listed().id, console.version, each.module)}});
        }
    }
    return entries;
}

}  // namespace ccphost
