// SPDX-License-Identifier: BSL-1.0
/// @file The target of a request line, taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ccphost {

using name_value_list = std::vector<std::pair<std::string, std::string>>;

/// A request target in origin form.
struct request_target {
    std::string path;                   ///< as received, without the query
    std::vector<std::string> segments;  ///< percent-decoded
    name_value_list query;              ///< percent-decoded, '+' as space, in the order received
};

/// Nothing when the target is not in origin form or holds a malformed percent-escape.
std::optional<request_target> parse_target(std::string_view target);

/// Reads "a=b&c=d" of a query or a form, percent-decoded, '+' as space. Nothing when it is malformed.
std::optional<name_value_list> parse_form(std::string_view form);

}  // namespace ccphost
