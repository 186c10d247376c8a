// SPDX-License-Identifier: BSL-1.0
/// @file The export and import commands.
#pragma once

#include "host_config.hpp"
#include "transfer/transfer.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace ccphost {

/// What was asked for on the command line.
struct transfer_request {
    std::string config;  ///< file of the host's configuration
    std::string plugin;  ///< id; empty for the only one that is configured
    export_options exporting;
    import_options importing;
};

/// The commands, to be told apart by `parsed()`.
struct transfer_commands {
    const CLI::App* exporting;
    const CLI::App* importing;
};

/// Declares `export` and `import`, whose options are put into `asked`; it outlives the app.
transfer_commands declare_transfer(CLI::App& app, transfer_request& asked);

/// Starts the plugins, exports or imports, stops them, and says how it went on standard error. SIGINT and SIGTERM end it early.
/// @return the process's exit code: 0 done, 1 failed, 5 refused
int run_export(const transfer_request& asked);
int run_import(const transfer_request& asked);

}  // namespace ccphost
