// SPDX-License-Identifier: BSL-1.0
#include "transfer_commands.hpp"

#include "plugin_runtime.hpp"

#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>

namespace ccphost {
namespace {

constexpr std::chrono::milliseconds plugin_drain{2'000};
constexpr int longest_limit = 604'800;

std::atomic<bool> stopping = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

void stop_transfer(int) {
    stopping = true;
}

int exit_code(transfer_end end) {
    switch (end) {
        case transfer_end::done:
            return 0;
        case transfer_end::failed:
            return 1;
        case transfer_end::refused:
            break;
    }
    return 5;
}

transfer_outcome failed(const failure& why) {
    return {transfer_end::failed, why.text()};
}

// The plugin named, or the only one.
std::optional<pin> choose(const plugin_set& plugins, const std::string& id) {
    if (!id.empty()) return plugins.find(id);
    auto all = plugins.pin_all();
    if (all.size() != 1) return std::nullopt;
    return std::move(all.front());
}

template <class Work>
transfer_outcome with_plugin(plugin_runtime& runtime, const host_config& config, const std::string& id, const Work& work) {
    if (const auto started = runtime.plugins.start_all(config.plugins); !started) return failed(started.error());
    const auto chosen = choose(runtime.plugins, id);
    if (!chosen)
        return failed({step::transfer, id.empty() ? "name a plugin with --plugin, since not exactly one is configured"
                                                  : "no plugin " + id + " is configured"});
    return work(**chosen);
}

template <class Work>
int run(const transfer_request& asked, const Work& work) {
    const auto config = read_host_config(asked.config);
    if (!config) {
        std::fprintf(stderr, "ccp-host: %s\n", config.error().text().c_str());
        return exit_code(transfer_end::failed);
    }
    set_up_log(config->log_level);
    std::signal(SIGINT, stop_transfer);
    std::signal(SIGTERM, stop_transfer);
    plugin_runtime runtime(subscribers::none, config->lifecycle);
    const auto outcome = with_plugin(runtime, *config, asked.plugin, work);
    const auto retired = runtime.plugins.retire_all(plugin_drain);
    if (!retired) spdlog::warn("{}", retired.error().text());
    std::fprintf(stderr, "ccp-host: %s\n", outcome.text.c_str());
    if (runtime.plugins.left().lingering() != 0) leave_at_once(exit_code(outcome.end));
    return exit_code(outcome.end);
}

void declare_common(CLI::App& command, transfer_request& asked, std::chrono::seconds& limit) {
    command.add_option("--config", asked.config, "Host configuration, a JSON file.")->required();
    command.add_option("--plugin", asked.plugin, "Id of the plugin; needed when several are configured.");
    command
        .add_option_function<int>(
            "--time-limit", [&limit](int seconds) { limit = std::chrono::seconds(seconds); },
            "Seconds after which it gives up; " + std::to_string(limit.count()) + " by default.")
        ->check(CLI::Range(1, longest_limit));
    command.footer("Exit codes: 0 done, 1 failed and may be tried again, 2 usage, 5 refused.");
}

}  // namespace

transfer_commands declare_transfer(CLI::App& app, transfer_request& asked) {
    auto* exporting = app.add_subcommand("export", "Write everything of an organization's to a file.");
    declare_common(*exporting, asked, asked.exporting.time_limit);
    exporting->add_option("--organization", asked.exporting.organization, "The organization's id.")->required();
    exporting->add_option("--out", asked.exporting.output, "The file; replaced once the new one is complete.")->required();
    auto* importing = app.add_subcommand("import", "Store what an export wrote, in a database without that organization.");
    declare_common(*importing, asked, asked.importing.time_limit);
    importing->add_option("--in", asked.importing.input, "The file.")->required();
    return {exporting, importing};
}

int run_export(const transfer_request& asked) {
    return run(asked, [&](generation& from) { return export_organization(from, asked.exporting, stopping); });
}

int run_import(const transfer_request& asked) {
    return run(asked, [&](generation& into) { return import_organization(into, asked.importing, stopping); });
}

}  // namespace ccphost
