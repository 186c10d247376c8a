// SPDX-License-Identifier: BSL-1.0
/// @file Replies as people read them.
#pragma once

#include "protocol.hpp"

#include <string>
#include <vector>

namespace ccphost {

/// The reply's data to a command as text that ends with a line break: tables for lists, "name: value" lines for objects. Plain
/// text, never coloured; control characters in values are blanked.
std::string human_text(const std::string& command, const boost::json::value& data);

/// Columns aligned by two spaces. @param rows the first is the heading
std::string align_columns(const std::vector<std::vector<std::string>>& rows);

}  // namespace ccphost
