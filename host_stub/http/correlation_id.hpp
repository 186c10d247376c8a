// SPDX-License-Identifier: BSL-1.0
/// @file Names for requests.
#pragma once

#include <string>

namespace ccphost {

/// A new random UUID in text. Thread-safe.
std::string new_correlation_id();

}  // namespace ccphost
