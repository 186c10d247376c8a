// SPDX-License-Identifier: BSL-1.0
#include "permission.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace ccphost {
namespace {

using segments = std::array<std::string_view, 3>;

std::optional<segments> split(std::string_view permission) {
    const auto first = permission.find(':');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = permission.find(':', first + 1);
    if (second == std::string_view::npos || permission.find(':', second + 1) != std::string_view::npos) return std::nullopt;
    segments parts{permission.substr(0, first), permission.substr(first + 1, second - first - 1),
                   permission.substr(second + 1)};
    if (std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part.empty(); })) return std::nullopt;
    return parts;
}

}  // namespace

bool is_grant(std::string_view granted) {
    const auto parts = split(granted);
    return parts && std::all_of(parts->begin(), parts->end(),
                                [](std::string_view part) { return part == "*" || part.find('*') == std::string_view::npos; });
}

bool covers(std::string_view granted, std::string_view wanted) {
    const auto grant = split(granted);
    const auto want = split(wanted);
    return grant && want &&
           std::equal(grant->begin(), grant->end(), want->begin(),
                      [](std::string_view one, std::string_view other) { return one == "*" || one == other; });
}

std::vector<std::string> missing_permissions(const std::vector<std::string>& grants, const std::vector<std::string>& wanted) {
    std::vector<std::string> missing;
    for (const auto& want : wanted) {
        const bool covered =
            std::any_of(grants.begin(), grants.end(), [&](const std::string& grant) { return covers(grant, want); });
        if (!covered) missing.push_back(want);
    }
    return missing;
}

}  // namespace ccphost
