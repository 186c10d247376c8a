// SPDX-License-Identifier: BSL-1.0
/// @file What an instance under examination registers, with a manifest or without.
#pragma once

#include "loader/staged_registry.hpp"

namespace ccphost {

/// The host's staged registry. Without a manifest it lets everything be registered that a manifest could list. Used on one
/// thread.
class open_registry {
public:
    /// @param listed the manifest; null for none
    explicit open_registry(const manifest* listed);
    open_registry(const open_registry&) = delete;
    open_registry& operator=(const open_registry&) = delete;

    /// The table given to the plugin's start.
    [[nodiscard]] const ccp_registry_v1& table() const noexcept { return table_; }
    /// What was registered, and whether it is what is listed.
    [[nodiscard]] const staged_registry& staged() const noexcept { return staged_; }

    /// See ccp_registry_v1.
    std::int32_t add(const ccp_handler_v1* handler);
    std::int32_t set(const ccp_identity_hook_v1* hook);

private:
    bool open_;
    manifest listed_;
    staged_registry staged_;
    ccp_registry_v1 table_;
};

}  // namespace ccphost
