// SPDX-License-Identifier: BSL-1.0
/// @file From method and path to a handler.
#pragma once

#include "staged_registry.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ccphost {

/// What a path leads to.
struct route_match {
    const registered_handler* handler = nullptr;                  ///< null when the path is known but not with this method
    std::vector<std::pair<std::string, std::string>> parameters;  ///< name and decoded value, in the template's order
    std::vector<std::string> allowed;                             ///< methods the path knows, when handler is null; sorted
};

/// The routes of one generation; immutable. Literal segments win over names, from left to right.
class route_table {
public:
    /// @param handlers borrowed; outlive this object
    explicit route_table(const std::vector<registered_handler>& handlers);

    /// @param segments the path's segments, percent-decoded
    /// @return nothing is known of the path when both handler and allowed are empty
    [[nodiscard]] route_match match(std::string_view method, const std::vector<std::string>& segments) const;

private:
    struct route {
        std::vector<std::string> segments;  ///< of the template
        const registered_handler* handler;
    };
    std::vector<route> routes_;  ///< most literal first
};

}  // namespace ccphost
