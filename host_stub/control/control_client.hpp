// SPDX-License-Identifier: BSL-1.0
/// @file The other end of the operator's socket.
#pragma once

#include "protocol.hpp"

#include <chrono>
#include <filesystem>

namespace ccphost {

/// Asks the host behind `socket` and waits. What prevents an answer is a reply too: cannot_connect when nobody listens, unknown
/// when the connection broke or `patience` ran out.
control_reply ask(const std::filesystem::path& socket, const control_request& request, std::chrono::seconds patience);

}  // namespace ccphost
