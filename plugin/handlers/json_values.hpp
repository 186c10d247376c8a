// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/json.hpp>

#include <cstddef>

namespace extsrc::handlers {

/// Null, "", [] or {}. False and 0 are values.
[[nodiscard]] bool is_empty(const boost::json::value& value);

/// Levels of arrays and objects in each other; 0 for a scalar.
[[nodiscard]] std::size_t depth_of(const boost::json::value& value);

/// Whether `value` is what `pattern` describes: an object is described by some of its members, anything else by its equal.
/// {} describes {} alone, so that forgotten members cannot describe everything.
[[nodiscard]] bool matches(const boost::json::value& value, const boost::json::value& pattern);

}  // namespace extsrc::handlers
