// SPDX-License-Identifier: BSL-1.0
/// @file What a plugin instance registers during start, held against its manifest.
#pragma once

#include "manifest.hpp"

#include <ccp/plugin.h>

#include <optional>
#include <vector>

namespace ccphost {

/// A registered handler: the declaration, and the plugin's function. The function is good as long as the instance.
struct registered_handler {
    handler_declaration declaration;
    void* ctx;
    std::int32_t (*handle)(void* ctx, const ccp_request_v1* request, const ccp_response_v1* response);
};

/// What a plugin declares of a handler, as a manifest would list it.
handler_declaration declaration_of(const ccp_handler_v1& handler);

/// Registrations of one instance, invisible to clients until its generation is published. Used on the control thread only.
class staged_registry {
public:
    /// @param listed borrowed; outlives this object
    explicit staged_registry(const manifest& listed);
    staged_registry(const staged_registry&) = delete;
    staged_registry& operator=(const staged_registry&) = delete;

    /// The table given to the plugin's start.
    [[nodiscard]] const ccp_registry_v1& table() const noexcept { return table_; }

    /// See ccp_registry_v1::add_handler.
    std::int32_t add(const ccp_handler_v1& handler);
    /// See ccp_registry_v1::set_identity_hook.
    std::int32_t set(const ccp_identity_hook_v1& hook);

    /// Nothing when everything the manifest lists is registered and nothing was refused; else what is missing or was refused.
    [[nodiscard]] result<void> complete() const;
    /// The handlers in the order they were registered.
    [[nodiscard]] const std::vector<registered_handler>& handlers() const noexcept { return handlers_; }
    /// The identity hook, if one is registered.
    [[nodiscard]] const std::optional<ccp_identity_hook_v1>& identity_hook() const noexcept { return hook_; }

private:
    std::int32_t refuse(std::int32_t status, std::string why);

    const manifest* listed_;
    std::vector<registered_handler> handlers_;
    std::optional<ccp_identity_hook_v1> hook_;
    std::string first_refusal_;
    ccp_registry_v1 table_;
};

}  // namespace ccphost
