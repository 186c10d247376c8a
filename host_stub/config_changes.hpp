// SPDX-License-Identifier: BSL-1.0
/// @file What differs between two host configurations, and what it takes to put it into force.
#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace ccphost {

/// How a change comes into force.
enum class change_effect {
    configure,  ///< by `config reload`: the plugin takes it over while it runs, if it can
    reload,     ///< by `plugin reload`, once `config reload` has taken it in
    restart     ///< by a restart of the host
};

/// "config reload", "plugin reload" or "restart".
std::string_view name_of(change_effect effect) noexcept;

/// One member that differs. Holds no value: it may be a secret.
struct config_change {
    std::string path;  ///< such as "plugins[0].config.phoneRegion"
    std::string kind;  ///< "added", "removed" or "changed"
    change_effect effect;
    std::size_t plugin = 0;  ///< index in "plugins", for the first two effects
    std::string member{};    ///< of the plugin's entry, such as "config", for the same
};

/// The changes from one document to another, in the order of the members. Both are valid host configurations.
std::vector<config_change> config_changes(const boost::json::value& from, const boost::json::value& to);

}  // namespace ccphost
