// SPDX-License-Identifier: BSL-1.0
/// @file The place of one plugin in the host.
#pragma once

#include "generation_slot.hpp"
#include "plugin_source.hpp"

#include <cstdint>
#include <memory>
#include <set>

namespace ccphost {

/// A build that served before, ready to be loaded again.
struct former_build {
    plugin_source source;  ///< as it was then
    manifest listed;       ///< its library is the private copy below
    staged_library library;
};

/// A source's configuration as an instance gets it.
inline config_snapshot snapshot_of(const plugin_source& source, std::uint64_t number) {
    return {std::make_shared<const boost::json::value>(source.config), number};
}

/// One plugin: the generation that serves, where the next one comes from, and what one can go back to. `serving` may be used by
/// any thread; the rest by one life-cycle operation at a time.
struct plugin_slot {
    generation_slot serving;
    plugin_source source;  ///< its configuration is the one in force, or in force after the next reload
    std::uint64_t config_number = 1;
    std::unique_ptr<const former_build> former;  ///< null when there is none
    bool owes_settling = false;                  ///< whether what serves is yet to be told that what it replaced has ended
    std::set<std::uint32_t> not_ended;           ///< generations that were replaced here and linger

    /// The configuration as an instance gets it.
    [[nodiscard]] config_snapshot config() const { return snapshot_of(source, config_number); }
};

}  // namespace ccphost
