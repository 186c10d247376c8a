// SPDX-License-Identifier: BSL-1.0
/// @file The rules that a library's file can be held to without running any of its code.
#pragma once

#include "rule_report.hpp"

#include <filesystem>

namespace ccphost {

/// Judges the rules from file to thread_exit. @return whether the file may be given to the dynamic linker
bool check_file(const std::filesystem::path& library, rule_report& report);

}  // namespace ccphost
