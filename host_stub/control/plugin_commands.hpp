// SPDX-License-Identifier: BSL-1.0
/// @file The commands about plugins.
#pragma once

#include "command.hpp"
#include "loader/background_operations.hpp"
#include "loader/reloader.hpp"

namespace ccphost {

/// "plugin list", "show", "health", "history", and the operations "plugin load", "reload", "rollback" and "unload", which are
/// answered when they have ended.
class plugin_commands {
public:
    /// All borrowed; outlive the commands.
    plugin_commands(plugin_set& plugins, reloader& reloads, background_operations& background)
        : plugins_(plugins), reloads_(reloads), background_(background) {}

    /// Adds them; they borrow this object.
    void add_to(command_map& commands);

private:
    [[nodiscard]] control_reply list() const;
    [[nodiscard]] control_reply show(const command_call& call) const;
    [[nodiscard]] control_reply health(const command_call& call) const;
    [[nodiscard]] control_reply history() const;
    control_reply load(const command_call& call);
    control_reply reload(const command_call& call);
    control_reply rollback(const command_call& call);
    control_reply unload(const command_call& call);

    plugin_set& plugins_;
    reloader& reloads_;
    background_operations& background_;
};

}  // namespace ccphost
