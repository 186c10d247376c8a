// SPDX-License-Identifier: BSL-1.0
/// @file An event as it travels from a plugin to subscribers.
#pragma once

#include <string>

namespace ccphost {

/// One published event.
struct event {
    std::string organization;
    std::string topic;    ///< passes is_topic
    std::string payload;  ///< one JSON value
};

}  // namespace ccphost
