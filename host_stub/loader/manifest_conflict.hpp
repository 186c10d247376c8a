// SPDX-License-Identifier: BSL-1.0
/// @file What two plugins of one host may not both have.
#pragma once

#include "manifest.hpp"

#include <string>

namespace ccphost {

/// What only one of two plugins may have, as the end of a sentence ("serve GET /x"): the same method and path template, the
/// same topic, or the identity hook. Empty text when they get along.
std::string manifest_conflict(const manifest& added, const manifest& taken);

}  // namespace ccphost
