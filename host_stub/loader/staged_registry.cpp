// SPDX-License-Identifier: BSL-1.0
#include "staged_registry.hpp"

#include "c_text.hpp"

#include <algorithm>

namespace ccphost {
namespace {

std::int32_t add_slot(void* ctx, const ccp_handler_v1* handler) noexcept {
    if (!readable(handler)) return CCP_E_ARGUMENT;
    try {
        return static_cast<staged_registry*>(ctx)->add(*handler);
    } catch (const std::exception&) {
        return CCP_E_NO_MEMORY;
    }
}

std::int32_t set_slot(void* ctx, const ccp_identity_hook_v1* hook) noexcept {
    if (!readable(hook)) return CCP_E_ARGUMENT;
    try {
        return static_cast<staged_registry*>(ctx)->set(*hook);
    } catch (const std::exception&) {
        return CCP_E_NO_MEMORY;
    }
}

}  // namespace

handler_declaration declaration_of(const ccp_handler_v1& handler) {
    handler_declaration declared;
    declared.operation = from_c(handler.operation_id);
    declared.method = from_c(handler.method);
    declared.path = from_c(handler.path);
    declared.demand.rule = handler.permission_rule == CCP_PERMISSION_ALL ? permission_rule::all : permission_rule::any;
    for (std::size_t i = 0; handler.permissions != nullptr && i < handler.permission_count; ++i) {
        declared.demand.permissions.emplace_back(from_c(handler.permissions[i]));
    }
    std::sort(declared.demand.permissions.begin(), declared.demand.permissions.end());
    return declared;
}

staged_registry::staged_registry(const manifest& listed)
    : listed_(&listed), table_{header_of<ccp_registry_v1>(), this, &add_slot, &set_slot} {}

std::int32_t staged_registry::refuse(std::int32_t status, std::string why) {
    if (first_refusal_.empty()) first_refusal_ = std::move(why);
    return status;
}

std::int32_t staged_registry::add(const ccp_handler_v1& handler) {
    auto declared = declaration_of(handler);
    const auto name = "handler " + declared.operation + " (" + declared.method + " " + declared.path + ")";
    const bool rule_known = handler.permission_rule == CCP_PERMISSION_ANY || handler.permission_rule == CCP_PERMISSION_ALL;
    if (handler.handle == nullptr || declared.demand.permissions.empty() || !rule_known ||
        !template_fault(declared.path).empty()) {
        return refuse(CCP_E_ARGUMENT, name + " is malformed");
    }
    for (const auto& other : handlers_) {
        const auto& taken = other.declaration;
        if (taken.operation == declared.operation || (taken.method == declared.method && taken.path == declared.path)) {
            return refuse(CCP_E_CONFLICT, name + " is registered already");
        }
    }
    if (std::find(listed_->handlers.begin(), listed_->handlers.end(), declared) == listed_->handlers.end()) {
        return refuse(CCP_E_DENIED, name + " is not listed in the manifest with the same permissions");
    }
    handlers_.push_back({std::move(declared), handler.ctx, handler.handle});
    return CCP_OK;
}

std::int32_t staged_registry::set(const ccp_identity_hook_v1& hook) {
    if (hook.resolve == nullptr) return refuse(CCP_E_ARGUMENT, "the identity hook has no function");
    if (hook_) return refuse(CCP_E_CONFLICT, "the identity hook is registered already");
    if (!listed_->identity_hook) return refuse(CCP_E_DENIED, "the identity hook is not listed in the manifest");
    hook_ = hook;
    return CCP_OK;
}

result<void> staged_registry::complete() const {
    if (!first_refusal_.empty()) return failure{step::start, first_refusal_};
    for (const auto& wanted : listed_->handlers) {
        const bool found = std::any_of(handlers_.begin(), handlers_.end(),
                                       [&](const registered_handler& handler) { return handler.declaration == wanted; });
        if (!found) {
            return failure{step::start, "handler " + wanted.operation + " (" + wanted.method + " " + wanted.path +
                                            ") is listed in the manifest but was not registered"};
        }
    }
    if (listed_->identity_hook && !hook_) {
        return failure{step::start, "the identity hook is listed in the manifest but was not registered"};
    }
    return {};
}

}  // namespace ccphost
