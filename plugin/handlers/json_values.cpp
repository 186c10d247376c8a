// SPDX-License-Identifier: BSL-1.0
#include "handlers/json_values.hpp"

#include <algorithm>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

bool has_members(const json::object& value, const json::object& pattern) {
    if (pattern.empty()) return value.empty();
    return std::all_of(pattern.begin(), pattern.end(), [&value](const auto& wanted) {
        const auto* member = value.if_contains(wanted.key());
        return member != nullptr && matches(*member, wanted.value());
    });
}

}  // namespace

bool is_empty(const json::value& value) {
    if (value.is_string()) return value.get_string().empty();
    if (value.is_array()) return value.get_array().empty();
    if (value.is_object()) return value.get_object().empty();
    return value.is_null();
}

std::size_t depth_of(const json::value& value) {
    std::size_t inside = 0;
    if (value.is_array())
        for (const auto& element : value.get_array()) inside = std::max(inside, depth_of(element));
    else if (value.is_object())
        for (const auto& member : value.get_object()) inside = std::max(inside, depth_of(member.value()));
    else
        return 0;
    return inside + 1;
}

bool matches(const json::value& value, const json::value& pattern) {
    if (value.is_object() && pattern.is_object()) return has_members(value.get_object(), pattern.get_object());
    return value == pattern;
}

}  // namespace extsrc::handlers
