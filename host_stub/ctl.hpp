// SPDX-License-Identifier: BSL-1.0
/// @file The ctl command.
#pragma once

#include "control/protocol.hpp"

#include <boost/json/object.hpp>

#include <chrono>
#include <filesystem>
#include <string>

namespace ccphost {

/// What the operator asked for.
struct ctl_request {
    std::filesystem::path socket = "var/ccp-host.sock";
    bool json = false;
    std::string command;  ///< such as "plugin list"
    boost::json::object args{};
    std::chrono::seconds patience{180};  ///< longer than what a host does with its default deadlines
};

/// Runs the command: the checks in this process, everything else in the host behind the socket. The result goes to standard
/// output, what went wrong to standard error. @return the exit code
int run_ctl(const ctl_request& request);

/// Validates a host configuration, each plugin's manifest, and each plugin's configuration against its schema.
control_reply check_config(const std::filesystem::path& file);

}  // namespace ccphost
