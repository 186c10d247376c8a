// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <string>

namespace extsrc::storage {

/// Custom fields as one column: a JSON object, or '' for none. Every value is JSON text already.
[[nodiscard]] std::string to_column(const std::map<std::string, std::string>& custom_fields);
[[nodiscard]] std::map<std::string, std::string> from_column(const std::string& column);

}  // namespace extsrc::storage
