// SPDX-License-Identifier: BSL-1.0
#include "access.hpp"

#include "auth/permission.hpp"

namespace ccphost {

std::optional<api_error> denied(const client_account& account, const permission_demand& demand) {
    const bool any = demand.rule == permission_rule::any;
    const auto missing = missing_permissions(account.permissions, demand.permissions);
    const bool lacking = any ? missing.size() == demand.permissions.size() : !missing.empty();
    if (!lacking) return std::nullopt;
    return errors::missing_permissions(missing, any);
}

}  // namespace ccphost
