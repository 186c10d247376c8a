// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

#include <cstdint>

namespace extsrc::handlers {

/// What can be configured to resolve its interactions (reference, section 5.1).
enum class integration_kind : std::uint8_t {
    call_flow,
    queue,
    email_route,
    sms_number,
    web_deployment,
    open_messaging,
    whatsapp,
    facebook,
    instagram,
    apple,
    twitter,
};

/// How one integration resolves its interactions; the defaults for one that nobody configured, since the plugin knows no list
/// of the host's integrations. @return errc::not_found for an id no integration can have; may throw storage::failure [any
/// thread]
[[nodiscard]] answer get_identity_resolution(integration_kind kind, const context& with, const request& asked);

/// Replaces the configuration as a whole. @return errc::invalid with every faulty field, external_source_unknown for a source
/// that is not there, not_found as above; may throw storage::failure [any thread]
[[nodiscard]] answer put_identity_resolution(integration_kind kind, const context& with, const request& asked);

/// The same as handlers of one kind.
template <integration_kind Kind>
[[nodiscard]] answer get_identity_resolution(const context& with, const request& asked) {
    return get_identity_resolution(Kind, with, asked);
}
template <integration_kind Kind>
[[nodiscard]] answer put_identity_resolution(const context& with, const request& asked) {
    return put_identity_resolution(Kind, with, asked);
}

}  // namespace extsrc::handlers
