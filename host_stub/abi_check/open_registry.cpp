// SPDX-License-Identifier: BSL-1.0
#include "open_registry.hpp"

#include "loader/c_text.hpp"

namespace ccphost {
namespace {

std::int32_t add_slot(void* ctx, const ccp_handler_v1* handler) noexcept {
    try {
        return static_cast<open_registry*>(ctx)->add(handler);
    } catch (const std::exception&) {
        return CCP_E_NO_MEMORY;
    }
}

std::int32_t set_slot(void* ctx, const ccp_identity_hook_v1* hook) noexcept {
    return static_cast<open_registry*>(ctx)->set(hook);
}

}  // namespace

open_registry::open_registry(const manifest* listed)
    : open_(listed == nullptr),
      listed_(listed == nullptr ? manifest{} : *listed),
      staged_(listed_),
      table_{header_of<ccp_registry_v1>(), this, &add_slot, &set_slot} {}

std::int32_t open_registry::add(const ccp_handler_v1* handler) {
    if (open_ && readable(handler)) listed_.handlers.push_back(declaration_of(*handler));
    return staged_.table().add_handler(staged_.table().ctx, handler);
}

std::int32_t open_registry::set(const ccp_identity_hook_v1* hook) {
    if (open_) listed_.identity_hook = true;
    return staged_.table().set_identity_hook(staged_.table().ctx, hook);
}

}  // namespace ccphost
