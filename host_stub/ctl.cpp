// SPDX-License-Identifier: BSL-1.0
#include "ctl.hpp"

#include "control/control_client.hpp"
#include "control/human_text.hpp"
#include "control/plugin_check.hpp"
#include "host_config.hpp"

#include <boost/json.hpp>

#include <cstdio>

namespace ccphost {
namespace {

constexpr std::chrono::seconds patience{75};  // longer than a task may take

control_reply carry_out(const ctl_request& request) {
    if (request.command == "plugin check") return check_plugin(request.subject, request.library);
    if (request.command == "config check") return check_config(request.subject);
    control_request asked{1, request.command, {}};
    if (!request.subject.empty()) asked.args[request.command == "task run" ? "task" : "id"] = request.subject;
    if (!request.plugin.empty()) asked.args["plugin"] = request.plugin;
    return ask(request.socket, asked, patience);
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
