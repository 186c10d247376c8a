// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "examination.hpp"
#include "offer.hpp"
#include "watch.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace ccphost {
namespace {

constexpr int exit_kept = 0;
constexpr int exit_broken = 1;
constexpr int exit_usage = 2;

struct options {
    std::string library;
    std::string manifest;
    std::string config;  // JSON, or @FILE
    bool json = false;
};

void declare(CLI::App& app, options& into) {
    app.add_option("LIBRARY", into.library, "The plugin's shared library.")->required()->check(CLI::ExistingFile);
    app.add_option("--manifest", into.manifest, "The plugin's manifest, to hold it to.")->check(CLI::ExistingFile);
    app.add_option("--config", into.config, "Start an instance with this configuration: JSON, or @FILE.");
    app.add_flag("--json", into.json, "Answer in JSON.");
    app.footer(
        "A line a rule: ok, fail or skipped, the rule, and why. Without --config an instance is started only if the\n"
        "manifest accepts {}. The plugin's code runs in this process, and does to a database what it always does.\n"
        "Exit codes: 0 every rule is kept, 1 a rule is broken, 2 usage.");
}

boost::json::value read_config(const std::string& text) {
    if (!text.starts_with('@')) return boost::json::parse(text);
    std::ifstream file(text.substr(1));
    if (!file) throw std::runtime_error("cannot read " + text.substr(1));
    return boost::json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

examination_request request_of(const options& given) {
    examination_request request{std::filesystem::canonical(given.library), {}, {}};
    if (!given.manifest.empty()) request.manifest = given.manifest;
    if (!given.config.empty()) request.config = read_config(given.config);
    return request;
}

void print(const examination& done, const options& given) {
    std::string text;
    if (given.json) {
        const boost::json::object document{{"library", given.library},
                                           {"offer", done.offer()},
                                           {"rules", done.report().json()},
                                           {"kept", done.report().kept()}};
        text = boost::json::serialize(document) + "\n";
    } else {
        if (!done.offer().empty()) text = offer_text(done.offer()) + "\n";
        text += done.report().text();
    }
    std::fputs(text.c_str(), stdout);
}

void log_to_standard_error() {
    auto logger = std::make_shared<spdlog::logger>("abi-check", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    logger->set_level(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
}

int examine(const options& given, examination_request request) {
    log_to_standard_error();
    watch_for_crashes();
    examination checked(std::move(request));
    checked.run();
    print(checked, given);
    const int code = checked.report().kept() ? exit_kept : exit_broken;
    if (!checked.lingers()) return code;
    std::fflush(nullptr);
    std::_Exit(code);
}

}  // namespace

int run_abi_check(int argc, char** argv) {
    CLI::App app("Loads a plugin, says what it offers, and whether it keeps the rules of the interface.", "abi-check");
    options given;
    declare(app, given);
    examination_request request;
    try {
        app.parse(argc, argv);
        request = request_of(given);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_kept : exit_usage;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "abi-check: %s\n", error.what());
        return exit_usage;
    }
    return examine(given, std::move(request));
}

}  // namespace ccphost
