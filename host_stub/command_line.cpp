// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "ctl.hpp"
#include "plugin_runtime.hpp"
#include "replay_command.hpp"
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

int run_replay_command(const std::string& file, const replay_options& options) {
    const auto config = read_host_config(file);
    if (!config) return report(config.error());
    set_up_log(config->log_level);
    const auto replayed = run_replay(*config, options);
    return replayed ? exit_ok : report(replayed.error());
}

// Declares ctl and its commands; the one chosen puts its name into `into`.
CLI::App* declare_ctl(CLI::App& app, ctl_request& into) {
    auto* ctl = app.add_subcommand("ctl", "Ask a running host, or check files without one.");
    ctl->add_option("--socket", into.socket, "The host's control socket.")->capture_default_str();
    ctl->add_flag("--json", into.json, "Answer in JSON.");
    ctl->require_subcommand(1);
    const auto add = [&into](CLI::App* group, const char* name, const std::string& command, const char* help) {
        auto* added = group->add_subcommand(name, help);
        added->fallthrough();
        added->callback([&into, command] { into.command = command; });
        return added;
    };
    auto* plugin = ctl->add_subcommand("plugin", "Plugins.");
    plugin->fallthrough();
    plugin->require_subcommand(1);
    add(plugin, "list", "plugin list", "What is loaded.");
    add(plugin, "show", "plugin show", "One plugin in full.")->add_option("ID", into.subject, "The only one, unless given.");
    auto* check = add(plugin, "check", "plugin check", "Dry run: manifest, checksum, load, negotiate.");
    check->add_option("MANIFEST", into.subject, "The plugin's manifest.")->required();
    check->add_option("--library", into.library, "The library, in place of the manifest's.");
    auto* task = ctl->add_subcommand("task", "Periodic work of plugins.");
    task->fallthrough();
    task->require_subcommand(1);
    add(task, "list", "task list", "Tasks, when they ran last, and when they run next.");
    auto* running = add(task, "run", "task run", "Run a task now and wait for its end.");
    running->add_option("NAME", into.subject, "The task.")->required();
    running->add_option("--plugin", into.plugin, "The plugin's id, when several have such a task.");
    auto* config = ctl->add_subcommand("config", "Configuration.");
    config->fallthrough();
    config->require_subcommand(1);
    add(config, "check", "config check", "Validate a host configuration.")
        ->add_option("FILE", into.subject, "A JSON file.")
        ->required();
    add(ctl, "status", "status", "The host in a few lines.");
    add(ctl, "health", "health", "Whether every plugin can serve; exit code 1 if not.");
    add(ctl, "metrics", "metrics", "Metrics in the Prometheus text format.");
    add(ctl, "version", "version", "The running host's version.");
    return ctl;
}

}  // namespace

int run_command_line(int argc, char** argv) {
    CLI::App app("The stub host: serves plugins over HTTP and replays interactions into them.", "ccp-host");
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
    if (!output.empty()) replay.output = output;
    return run_replay_command(config, replay);
}

}  // namespace ccphost
