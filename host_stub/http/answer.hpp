// SPDX-License-Identifier: BSL-1.0
/// @file A response before it is put on the wire.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ccphost {

/// Status, headers of its own, and body. The connection adds the host's headers and the length.
struct answer {
    unsigned status = 200;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    std::string content_type = "application/json";
    bool lasting = false;  ///< whether the same URL answers the same for ever, so that caches may keep it
};

}  // namespace ccphost
