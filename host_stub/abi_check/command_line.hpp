// SPDX-License-Identifier: BSL-1.0
/// @file The command line of abi-check.
#pragma once

namespace ccphost {

/// Examines a library and prints the report. @return 0 every rule is kept, 1 one is broken, 2 usage
int run_abi_check(int argc, char** argv);

}  // namespace ccphost
