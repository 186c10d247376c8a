// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "plugin_runtime.hpp"
#include "serve.hpp"

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

}  // namespace

int run_command_line(int argc, char** argv) {
    CLI::App app("The stub host: serves plugins over HTTP and replays interactions into them.", "ccp-host");
    app.set_version_flag("--version", std::string("ccp-host " CCP_HOST_VERSION));
    app.require_subcommand(1);
    std::string config;
    auto* serving = app.add_subcommand("serve", "Serve until SIGTERM or SIGINT.");
    serving->add_option("--config", config, "Host configuration, a JSON file.")->required();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? exit_ok : exit_usage;
    }
    if (serving->parsed()) return run_serve(config);
    return exit_usage;
}

}  // namespace ccphost
