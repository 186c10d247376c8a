// SPDX-License-Identifier: BSL-1.0
#include "ctl.hpp"

#include "control/control_client.hpp"
#include "control/human_text.hpp"
#include "control/plugin_check.hpp"
#include "host_config.hpp"

#include <boost/json.hpp>

#include <cstdio>
#include <optional>

namespace ccphost {
namespace {

std::string argument(const ctl_request& request, const char* name) {
    const auto* value = request.args.if_contains(name);
    return value == nullptr ? std::string() : std::string(value->as_string());
}

control_reply carry_out(const ctl_request& request) {
    if (request.command == "config check") return check_config(argument(request, "file"));
    if (request.command != "plugin check") return ask(request.socket, {1, request.command, request.args}, request.patience);
    std::optional<std::filesystem::path> library;
    if (request.args.contains("library")) library = argument(request, "library");
    return check_plugin(argument(request, "manifest"), library);
}

}  // namespace

control_reply check_config(const std::filesystem::path& file) {
    const auto config = read_host_config(file);
    if (!config) return {control_code::refused, config.error().text()};
    boost::json::array plugins;
    for (const auto& source : config->plugins) {
        const auto listed = prepare(source);
        if (!listed) return {control_code::refused, listed.error().text()};
        plugins.push_back(boost::json::object{{"id", listed->id}, {"version", listed->version}, {"config", "ok"}});
    }
    return {.data = boost::json::object{{"file", file.string()}, {"result", "ok"}, {"plugins", std::move(plugins)}}};
}

int run_ctl(const ctl_request& request) {
    const auto reply = carry_out(request);
    const auto text = request.json ? render_reply(reply, 1) + "\n" : human_text(request.command, reply.data);
    std::fputs(text.c_str(), stdout);
    if (!reply.message.empty()) std::fprintf(stderr, "ccp-host ctl: %s\n", reply.message.c_str());
    return static_cast<int>(reply.code);
}

}  // namespace ccphost
