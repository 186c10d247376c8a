// SPDX-License-Identifier: BSL-1.0
/// @file Whether a client may use what a manifest put behind permissions.
#pragma once

#include "auth/clients.hpp"
#include "error_body.hpp"
#include "loader/permission_demand.hpp"

#include <optional>

namespace ccphost {

/// The refusal that names the permissions the client lacks, or nothing when it may.
std::optional<api_error> denied(const client_account& account, const permission_demand& demand);

}  // namespace ccphost
