// SPDX-License-Identifier: BSL-1.0
/// @file Results of a replay as they stand in a file, one JSON object a line.
#pragma once

#include "interaction_record.hpp"
#include "resolver.hpp"

#include <cstdint>
#include <string>

namespace ccphost {

/// The line, without its end, for an interaction that went through the hook.
std::string render_result(const interaction_record& interaction, const resolution_record& resolution);

/// The line for input that is no interaction. @param line its number
std::string render_rejected(std::uint64_t line, const invalid_record& invalid);

}  // namespace ccphost
