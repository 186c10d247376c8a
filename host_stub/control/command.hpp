// SPDX-License-Identifier: BSL-1.0
/// @file What a command is.
#pragma once

#include "protocol.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <map>
#include <string>

namespace ccphost {

/// One call of a command.
struct command_call {
    const boost::json::object& args;
    std::string actor;  ///< who asks, such as "uid 0"
};

/// Answers a call. Thread-safe. May throw member_error for bad arguments.
using command = std::function<control_reply(const command_call& call)>;

/// Commands by name, such as "plugin list".
using command_map = std::map<std::string, command, std::less<>>;

}  // namespace ccphost
