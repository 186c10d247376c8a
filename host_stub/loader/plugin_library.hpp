// SPDX-License-Identifier: BSL-1.0
/// @file A plugin's library in memory.
#pragma once

#include "manifest.hpp"
#include "staged_library.hpp"

#include <boost/dll/shared_library.hpp>
#include <ccp/plugin.h>

namespace ccphost {

/// A staged, loaded and negotiated library. Move-only, since every copy of a handle would keep the library mapped. The
/// destructor unloads; nothing of the plugin may be in use then.
class plugin_library {
public:
    /// Stage, checksum, resident libraries, load, look-up and negotiation, in this order. An exception that comes out of the
    /// library's initialisers or entry function is a failure. [control thread]
    static result<plugin_library> open(const manifest& listed, step_log& log);

    plugin_library(plugin_library&&) noexcept = default;
    plugin_library& operator=(plugin_library&&) = delete;
    plugin_library(const plugin_library&) = delete;
    ~plugin_library() = default;

    /// The plugin's descriptor; valid until unload.
    [[nodiscard]] const ccp_descriptor_v1& descriptor() const noexcept { return *descriptor_; }
    /// Unloads, and looks in the process's memory map whether the library is gone. A failure means that it stays mapped, which
    /// costs memory only.
    result<void> unload(step_log& log);
    /// Has the library stay in memory for the life of the process, whatever becomes of this object.
    void keep_for_ever() const noexcept;
    /// The private copy that was loaded.
    [[nodiscard]] const staged_library& staged() const noexcept { return staged_; }
    /// Takes the private copy out, to be loaded again another time. To be called after unload.
    [[nodiscard]] staged_library take_staged() noexcept { return std::move(staged_); }

private:
    plugin_library(staged_library staged, boost::dll::shared_library library);

    staged_library staged_;  // removed after the library is unloaded
    boost::dll::shared_library library_;
    const ccp_descriptor_v1* descriptor_ = nullptr;
};

}  // namespace ccphost
