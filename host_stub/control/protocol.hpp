// SPDX-License-Identifier: BSL-1.0
/// @file The words of the control socket: one JSON object a line, each way.
///
/// Request {"id","cmd","args"}: any id, echoed; the command's name, such as "plugin list"; an object.
/// Reply {"id","ok","code","message","data"}: the code is the exit code of `ccp-host ctl`.
#pragma once

#include "loader/failure.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace ccphost {

/// Exit codes of `ccp-host ctl`. Those of a reload are listed for completeness of the closed list.
enum class control_code : int {
    ok = 0,
    failed = 1,          ///< the operation failed; what served before still serves
    usage = 2,           ///< unknown command or bad arguments
    cannot_connect = 3,  ///< no host answers at the socket
    busy = 4,            ///< another operation is in progress
    refused = 5,         ///< the plugin, manifest or configuration is not acceptable
    lingering = 6,       ///< switched, but the old generation is still in memory
    unknown = 7          ///< no answer in time; the result is not known
};

/// Bytes in a request's line at most.
inline constexpr std::size_t longest_request = std::size_t{64} * 1024;
/// Bytes in a reply's line at most.
inline constexpr std::size_t longest_reply = std::size_t{16} * 1024 * 1024;

struct control_request {
    boost::json::value id;
    std::string command;
    boost::json::object args;
};

struct control_reply {
    control_code code = control_code::ok;
    std::string message{};  ///< one sentence; empty when all is well and the data says it
    boost::json::value data{};
};

/// Reads a request; the failure says what is wrong with it.
result<control_request> parse_request(std::string_view line);
/// One line without its end.
std::string render_request(const control_request& request);
/// One line without its end.
std::string render_reply(const control_reply& reply, const boost::json::value& id);
/// Reads a reply; the failure says what is wrong with it.
result<control_reply> parse_reply(std::string_view line);

}  // namespace ccphost
