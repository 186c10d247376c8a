// SPDX-License-Identifier: BSL-1.0
#include "ctl_options.hpp"

#include "loader/json_members.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace ccphost {
namespace {

// Declares commands and what they take.
class declarer {
public:
    explicit declarer(ctl_request& into) : into_(into) {}

    static CLI::App* group(CLI::App* parent, const char* name, const char* help) {
        auto* added = parent->add_subcommand(name, help);
        added->fallthrough();
        added->require_subcommand(1);
        return added;
    }
    CLI::App* command(CLI::App* parent, const char* name, const std::string& full, const char* help) const {
        auto* added = parent->add_subcommand(name, help);
        added->fallthrough();
        added->callback([&into = into_, full] { into.command = full; });
        return added;
    }
    CLI::Option* text(CLI::App* of, const char* option, const std::string& argument, const char* help) const {
        return of->add_option_function<std::string>(
            option, [&into = into_, argument](const std::string& value) { into.args[argument] = value; }, help);
    }
    CLI::Option* path(CLI::App* of, const char* option, const std::string& argument, const char* help) const {
        const auto take = [&into = into_, argument](const std::string& value) {
            into.args[argument] = std::filesystem::absolute(value).string();
        };
        return of->add_option_function<std::string>(option, take, help);
    }
    void flag(CLI::App* of, const char* option, const std::string& argument, bool value, const char* help) const {
        of->add_flag_callback(
            option, [&into = into_, argument, value] { into.args[argument] = value; }, help);
    }
    void plugin_id(CLI::App* of) const { text(of, "ID", "id", "The plugin's id; the only one, unless given."); }
    // An operation that ends a generation.
    void drain(CLI::App* of) const {
        const auto take = [&into = into_](std::int64_t seconds) {
            into.args["drainSeconds"] = seconds;
            into.patience += std::chrono::seconds(seconds);
        };
        of->add_option_function<std::int64_t>("--drain", take, "Seconds that calls in flight may take, in place of the host's.")
            ->check(CLI::Range(0, 3600));
    }
    void configuration(CLI::App* of) const {
        const auto take = [&into = into_](const std::string& file) {
            const auto read = read_json_file(file, step::command);
            if (!read) throw CLI::ValidationError("--config", read.error().why);
            into.args["config"] = *read;
        };
        of->add_option_function<std::string>("--config", take, "The plugin's configuration, a JSON file.");
    }

private:
    ctl_request& into_;
};

void declare_plugin_operations(const declarer& declare, CLI::App* plugin) {
    auto* load = declare.command(plugin, "load", "plugin load", "Start a further plugin.");
    declare.path(load, "MANIFEST", "manifest", "The plugin's manifest.")->required();
    declare.path(load, "--library", "library", "The library, in place of the manifest's.");
    declare.configuration(load);
    auto* reload = declare.command(plugin, "reload", "plugin reload", "Replace a plugin by the build its manifest names.");
    declare.plugin_id(reload);
    declare.path(reload, "--path", "manifest", "Another manifest, from now on.");
    declare.path(reload, "--library", "library", "The library, in place of the manifest's.");
    declare.drain(reload);
    declare.flag(reload, "--no-wait", "wait", false, "Do not wait for its end; see history.");
    auto* rollback = declare.command(plugin, "rollback", "plugin rollback", "Go back to the build that served before.");
    declare.plugin_id(rollback);
    declare.drain(rollback);
    auto* unload = declare.command(plugin, "unload", "plugin unload", "End a plugin.");
    declare.plugin_id(unload);
    declare.drain(unload);
    declare.flag(unload, "--force", "force", true, "Even if no interaction is resolved without it.");
}

void declare_plugin(const declarer& declare, CLI::App* ctl) {
    auto* plugin = declarer::group(ctl, "plugin", "Plugins.");
    declare.command(plugin, "list", "plugin list", "What is loaded, and what is not gone yet.");
    declare.plugin_id(declare.command(plugin, "show", "plugin show", "One plugin in full."));
    declare.plugin_id(declare.command(plugin, "health", "plugin health", "Whether plugins can serve; exit code 1 if not."));
    declare.command(plugin, "history", "plugin history", "The last operations.");
    auto* check = declare.command(plugin, "check", "plugin check", "Dry run: manifest, checksum, load, negotiate.");
    declare.path(check, "MANIFEST", "manifest", "The plugin's manifest.")->required();
    declare.path(check, "--library", "library", "The library, in place of the manifest's.");
    declare_plugin_operations(declare, plugin);
}

void declare_tasks(const declarer& declare, CLI::App* ctl) {
    auto* task = declarer::group(ctl, "task", "Periodic work of plugins.");
    declare.command(task, "list", "task list", "Tasks, when they ran last, and when they run next.");
    auto* running = declare.command(task, "run", "task run", "Run a task now and wait for its end.");
    declare.text(running, "NAME", "task", "The task.")->required();
    declare.text(running, "--plugin", "plugin", "The plugin's id, when several have such a task.");
}

void declare_config(const declarer& declare, CLI::App* ctl) {
    auto* config = declarer::group(ctl, "config", "Configuration.");
    auto* check = declare.command(config, "check", "config check", "Validate a host configuration.");
    declare.path(check, "FILE", "file", "A JSON file.")->required();
    declare.command(config, "diff", "config diff", "What differs between the configuration in force and its file.");
    declare.command(config, "reload", "config reload", "Have plugins take over what changed in the file.");
}

}  // namespace

CLI::App* declare_ctl(CLI::App& app, ctl_request& into) {
    const declarer declare(into);
    auto* ctl = app.add_subcommand("ctl", "Ask a running host, or check files without one.");
    ctl->add_option("--socket", into.socket, "The host's control socket.")->capture_default_str();
    ctl->add_flag("--json", into.json, "Answer in JSON.");
    ctl->require_subcommand(1);
    declare_plugin(declare, ctl);
    declare_tasks(declare, ctl);
    declare_config(declare, ctl);
    declare.command(ctl, "status", "status", "The host in a few lines.");
    declare.command(ctl, "health", "health", "Whether every plugin can serve; exit code 1 if not.");
    declare.command(ctl, "metrics", "metrics", "Metrics in the Prometheus text format.");
    declare.command(ctl, "version", "version", "The running host's version.");
    return ctl;
}

}  // namespace ccphost
