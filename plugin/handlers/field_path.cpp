// SPDX-License-Identifier: BSL-1.0
#include "handlers/field_path.hpp"

#include "domain/unicode_text.hpp"

#include <algorithm>
#include <cstddef>

namespace extsrc::handlers {
namespace {

constexpr std::string_view root = "$.";
constexpr std::string_view reserved = "[]*$";

bool is_name(std::string_view text) {
    return !text.empty() && text.find_first_of(reserved) == std::string_view::npos && !domain::has_control(text);
}

}  // namespace

std::optional<field_path> field_path::parse(std::string_view text) {
    if (!text.starts_with(root)) return std::nullopt;
    field_path path;
    for (std::size_t begin = root.size(); begin <= text.size();) {
        const auto end = std::min(text.find('.', begin), text.size());
        const auto name = text.substr(begin, end - begin);
        if (!is_name(name)) return std::nullopt;
        path.enter(name);
        begin = end + 1;
    }
    return path;
}

std::string field_path::text() const {
    std::string joined;
    for (const auto& name : names_) {
        if (!joined.empty()) joined += '.';
        joined += name;
    }
    return joined;
}

bool field_path::covers(const field_path& other) const {
    return names_.size() <= other.names_.size() && std::equal(names_.begin(), names_.end(), other.names_.begin());
}

}  // namespace extsrc::handlers
