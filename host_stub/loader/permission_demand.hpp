// SPDX-License-Identifier: BSL-1.0
/// @file What a manifest demands of a client before it may use something.
#pragma once

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// How permissions combine.
enum class permission_rule { any, all };

/// Permissions, and whether one of them suffices.
struct permission_demand {
    permission_rule rule = permission_rule::any;
    std::vector<std::string> permissions;  ///< at least one, sorted

    bool operator==(const permission_demand&) const = default;
};

/// Reads {"any": [...]} or {"all": [...]}. @param path where the value stands @throw member_error
permission_demand read_permission_demand(const boost::json::value& value, const std::string& path);

/// Whether `permission` has the form "domain:entity:action", each of letters, digits, '-', '_' or '.'.
bool is_permission_name(std::string_view permission);

}  // namespace ccphost
