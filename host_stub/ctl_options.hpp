// SPDX-License-Identifier: BSL-1.0
/// @file The command line of ctl.
#pragma once

#include "ctl.hpp"

#include <CLI/App.hpp>

namespace ccphost {

/// Declares ctl with its commands. Parsing puts the chosen command and its arguments into `into`, which outlives the
/// application. Paths are made absolute, since the host may run in another directory.
CLI::App* declare_ctl(CLI::App& app, ctl_request& into);

}  // namespace ccphost
