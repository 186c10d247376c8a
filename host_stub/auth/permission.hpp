// SPDX-License-Identifier: BSL-1.0
/// @file Matching of permissions: "domain:entity:action".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// Whether a string is a permission a client may be granted: three segments, each a name or "*".
bool is_grant(std::string_view granted);

/// Whether a grant covers a permission: segment by segment equal, or "*" on the granted side. Letter case counts. A permission
/// that is not of three segments is covered by nothing.
bool covers(std::string_view granted, std::string_view wanted);

/// The wanted permissions that no grant covers, in their order.
std::vector<std::string> missing_permissions(const std::vector<std::string>& grants, const std::vector<std::string>& wanted);

}  // namespace ccphost
