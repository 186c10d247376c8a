// SPDX-License-Identifier: BSL-1.0
/// @file Reports of operations on plugins as replies.
#pragma once

#include "loader/operation_report.hpp"
#include "protocol.hpp"

#include <boost/json/object.hpp>

namespace ccphost {

/// Everything a report says; times in milliseconds.
boost::json::object to_json(const operation_report& report);

/// The reply to whoever asked for the operation.
control_reply to_reply(const operation_report& report);

/// "2026-11-23T10:00:00Z".
std::string time_text(std::chrono::system_clock::time_point time);

}  // namespace ccphost
