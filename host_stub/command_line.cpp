// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "ctl_options.hpp"
#include "plugin_runtime.hpp"
#include "replay_command.hpp"
#include "serve.hpp"
#include "transfer_commands.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace ccphost {
namespace {

constexpr int exit_ok = 0;
constexpr int exit_failed = 1;
constexpr int exit_usage = 2;

int report(const failure& error) {
    std::fprintf(stderr, "ccp-host: %s\n", error.text().c_str());
    return exit_failed;
}

int run_serve(const std::string& file) {
    const auto config = read_host_config(file);
    if (!config) return report(config.error());
    set_up_log(config->log_level);
    const auto served = serve(*config);
    return served ? exit_ok : report(served.error());
}

int run_replay_command(const std::string& file, const replay_options& options) {
    const auto config = read_host_config(file);
    if (!config) return report(config.error());
    set_up_log(config->log_level);
    const auto replayed = run_replay(*config, options);
    return replayed ? exit_ok : report(replayed.error());
}

}  // namespace

int run_command_line(int argc, char** argv) {
    CLI::App app("The stub host: serves plugins over HTTP, replays interactions into them, and moves organizations.",
                 "ccp-host");
    app.set_version_flag("--version", std::string("ccp-host " CCP_HOST_VERSION));
    app.require_subcommand(1);
    std::string config;
    auto* serving = app.add_subcommand("serve", "Serve until SIGTERM or SIGINT.");
    serving->add_option("--config", config, "Host configuration, a JSON file.")->required();
    replay_options replay;
    std::string output;
    auto* replaying = app.add_subcommand("replay", "Feed interactions from a file to the identity hook.");
    replaying->add_option("--config", config, "Host configuration, a JSON file.")->required();
    replaying->add_option("FILE", replay.input, "Interactions, one JSON object a line.")->required();
    replaying->add_option("--out", output, "Where results go, one JSON object a line; - for standard output.");
    replaying->add_option("--workers", replay.workers, "Threads.")->check(CLI::Range(1, 256))->capture_default_str();
    transfer_request transfer;
    const auto transferring = declare_transfer(app, transfer);
    ctl_request asked;
    const auto* asking = declare_ctl(app, asked);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? exit_ok : exit_usage;
    }
    if (serving->parsed()) return run_serve(config);
    if (asking->parsed()) return run_ctl(asked);
    if (transferring.exporting->parsed()) return run_export(transfer);
    if (transferring.importing->parsed()) return run_import(transfer);
    if (!output.empty()) replay.output = output;
    return run_replay_command(config, replay);
}

}  // namespace ccphost
