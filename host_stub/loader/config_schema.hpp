// SPDX-License-Identifier: BSL-1.0
/// @file Validation of a plugin's configuration against the JSON Schema of its manifest.
#pragma once

#include "failure.hpp"

#include <boost/json/value.hpp>

namespace ccphost {

/// Nothing, or a failure that names the deepest path at fault, such as "config.pool.size: ...".
result<void> validate_config(const boost::json::value& schema, const boost::json::value& config);

}  // namespace ccphost
