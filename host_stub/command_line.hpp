// SPDX-License-Identifier: BSL-1.0
/// @file The command line of ccp-host.
#pragma once

namespace ccphost {

/// Runs the command. Failures are told on one line of standard error. @return the process's exit code
int run_command_line(int argc, char** argv);

}  // namespace ccphost
