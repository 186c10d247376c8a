// SPDX-License-Identifier: BSL-1.0
#include "command_table.hpp"

#include "loader/json_members.hpp"
#include "plugin_views.hpp"

#include <boost/json.hpp>
#include <ccp/base.h>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

namespace ccphost {
namespace {

std::string abi_text() {
    return fmt::format("{}.{}", CCP_ABI_MAJOR, CCP_ABI_MINOR);
}

}  // namespace

command_table::command_table(host_facts facts, command_map others) : facts_(std::move(facts)), commands_(std::move(others)) {
    commands_["status"] = [this](const auto&) { return status(); };
    commands_["health"] = [this](const auto&) { return health(); };
    commands_["metrics"] = [this](const auto&) { return control_reply{.data = boost::json::value(facts_.counters.text())}; };
    commands_["version"] = [this](const auto&) {
        return control_reply{.data = boost::json::object{{"version", facts_.version}, {"abi", abi_text()}}};
    };
}

control_reply command_table::run(const control_request& request, const std::string& actor) const {
    const auto found = commands_.find(request.command);
    if (found == commands_.end()) return {control_code::usage, "unknown command \"" + request.command + "\""};
    try {
        return found->second({request.args, actor});
    } catch (const member_error& error) {
        return {control_code::usage, error.what()};
    } catch (const std::exception& error) {
        return {control_code::failed, request.command + ": " + error.what()};
    }
}

control_reply command_table::status() const {
    const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - facts_.started);
    return {.data = boost::json::object{{"version", facts_.version},
                                        {"abi", abi_text()},
                                        {"pid", ::getpid()},
                                        {"address", facts_.address},
                                        {"uptimeSeconds", uptime.count()},
                                        {"plugins", facts_.plugins.pin_all().size()},
                                        {"lingering", facts_.plugins.left().lingering()},
                                        {"eventsDelivered", facts_.events.delivered()},
                                        {"eventsDropped", facts_.events.dropped()}}};
}

control_reply command_table::health() const {
    auto survey = survey_health(facts_.plugins.pin_all());
    control_reply reply{.data =
                            boost::json::object{{"status", survey.up ? "up" : "down"}, {"plugins", std::move(survey.rows)}}};
    if (!survey.up) {
        reply.code = control_code::failed;
        reply.message = not_up;
    }
    return reply;
}

}  // namespace ccphost
