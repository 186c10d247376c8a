// SPDX-License-Identifier: BSL-1.0
#include "permission_demand.hpp"

#include "json_members.hpp"

#include <algorithm>

namespace ccphost {
namespace {

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

}  // namespace

permission_demand read_permission_demand(const boost::json::value& value, const std::string& path) {
    json_members members(value, path);
    const bool any = members.find("any") != nullptr;
    const bool all = members.find("all") != nullptr;
    if (any == all) throw member_error(path + " must hold exactly one of any and all");
    permission_demand demand{any ? permission_rule::any : permission_rule::all, {}};
    const auto name = any ? "any" : "all";
    for (const auto& entry : members.array(name)) {
        auto permission = as_text(entry, members.path_of(name));
        if (!is_permission_name(permission)) {
            throw member_error(members.path_of(name) + ": \"" + permission + "\" is not of the form domain:entity:action");
        }
        demand.permissions.push_back(std::move(permission));
    }
    if (demand.permissions.empty()) throw member_error(members.path_of(name) + " must not be empty");
    std::sort(demand.permissions.begin(), demand.permissions.end());
    members.reject_unknown();
    return demand;
}

bool is_permission_name(std::string_view permission) {
    int colons = 0;
    bool segment_empty = true;
    for (const char c : permission) {
        if (c == ':') {
            if (segment_empty) return false;
            ++colons;
            segment_empty = true;
        } else if (is_name_character(c)) {
            segment_empty = false;
        } else {
            return false;
        }
    }
    return colons == 2 && !segment_empty;
}

}  // namespace ccphost
