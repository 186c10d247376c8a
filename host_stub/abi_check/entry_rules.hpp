// SPDX-License-Identifier: BSL-1.0
/// @file The rules of the entry function and the descriptor it gives.
#pragma once

#include "loader/host_services.hpp"
#include "loader/manifest.hpp"
#include "rule_report.hpp"

#include <ccp/plugin.h>

namespace ccphost {

/// Judges the rules from other_major to texts, and manifest.
/// @param fence keeps the text of an exception   @param listed null without a manifest
/// @return the descriptor, or null when it cannot be used
const ccp_descriptor_v1* check_entry(ccp_plugin_entry_fn entry, const host_services& fence, const manifest* listed,
                                     rule_report& report);

}  // namespace ccphost
