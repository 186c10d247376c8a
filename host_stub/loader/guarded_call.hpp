// SPDX-License-Identifier: BSL-1.0
/// @file The fence around every call into a plugin.
#pragma once

#include "host_services.hpp"

#include <exception>

namespace ccphost {

/// Calls into the plugin. The interface lets no exception cross; one that does all the same is CCP_E_INTERNAL with its text for
/// take_error, and ends here, while the plugin whose type it may be of is still loaded.
/// @param call returns a plugin's status
template <class Call>
std::int32_t guarded_call(const host_services& services, const Call& call) noexcept {
    try {
        return call();
    } catch (const std::exception& thrown) {
        services.keep_thrown(thrown.what());
    } catch (...) {
        services.keep_thrown("of a type that is not known");
    }
    return CCP_E_INTERNAL;
}

}  // namespace ccphost
