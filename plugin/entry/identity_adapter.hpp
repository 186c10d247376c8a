// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/host_link.hpp"
#include "identity/resolver.hpp"

#include <ccp/identity.h>

#include <string>

namespace extsrc::entry {

/// Resolves an interaction of the host's and fills its answer in. An interaction that is not valid is answered as rejected;
/// exceptions pass through. An answer from memory is filled in beside CCP_E_UNAVAILABLE. @param phone_region of phone numbers without a country code  @return status for the host
[[nodiscard]] std::int32_t resolve(const host_link& host, const identity::resolver& resolver, const std::string& phone_region,
                                   const ccp_interaction_v1& interaction, ccp_resolution_v1& resolution);

}  // namespace extsrc::entry
