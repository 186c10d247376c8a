// SPDX-License-Identifier: BSL-1.0
/// @file Text that others wrote, for logs and terminals.
#pragma once

#include <string>
#include <string_view>

namespace ccphost {

/// The text with each control character replaced by a space, so that it can neither end a line nor steer a terminal.
std::string one_line(std::string_view text);

}  // namespace ccphost
