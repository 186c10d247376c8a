// SPDX-License-Identifier: BSL-1.0
/// @file Looking into text.
#pragma once

#include <string_view>

namespace ccphost::test {

/// Whether the text holds the part.
inline bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace ccphost::test
