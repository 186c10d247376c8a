// SPDX-License-Identifier: BSL-1.0
#include "plugin_views.hpp"

#include "report_json.hpp"

#include <boost/json.hpp>
#include <spdlog/fmt/fmt.h>

namespace ccphost {
namespace {

std::string_view name_of(permission_rule rule) {
    return rule == permission_rule::any ? "any" : "all";
}

boost::json::array handlers_of(const manifest& listed) {
    boost::json::array handlers;
    for (const auto& each : listed.handlers) {
        handlers.push_back(boost::json::object{{"operation", each.operation},
                                               {"method", each.method},
                                               {"path", each.path},
                                               {"rule", std::string(name_of(each.demand.rule))},
                                               {"permissions", boost::json::value_from(each.demand.permissions)}});
    }
    return handlers;
}

boost::json::array topics_of(const manifest& listed) {
    boost::json::array topics;
    for (const auto& each : listed.topics) {
        topics.push_back(boost::json::object{{"topic", each.text},
                                             {"rule", std::string(name_of(each.demand.rule))},
                                             {"permissions", boost::json::value_from(each.demand.permissions)}});
    }
    return topics;
}

boost::json::value last_error_of(generation& one) {
    const auto last = one.calls().last_failure();
    if (!last) return nullptr;
    return boost::json::string(time_text(last->at) + " " + last->why);
}

}  // namespace

boost::json::value parsed_or_text(const std::string& text) {
    if (text.empty()) return nullptr;
    boost::system::error_code bad;
    auto value = boost::json::parse(text, bad);
    return bad ? boost::json::value(text) : value;
}

boost::json::object summary_of(generation& one, std::size_t pins_of_ours) {
    const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now() - one.since());
    return {{"id", one.listed().id},
            {"version", one.listed().version},
            {"abi", fmt::format("{}.{}", one.listed().abi_major, one.listed().abi_max_minor)},
            {"generation", one.number()},
            {"state", std::string(name_of(one.state()))},
            {"inFlight", one.in_flight() - pins_of_ours},
            {"served", one.calls().served()},
            {"failed", one.calls().failures()},
            {"since", time_text(one.since())},
            {"uptimeSeconds", uptime.count()},
            {"build", one.build()}};
}

health_survey survey_health(const std::vector<pin>& plugins, const std::optional<std::string>& only) {
    health_survey survey;
    for (const auto& pinned : plugins) {
        if (only && pinned->listed().id != *only) continue;
        const auto report = pinned->health();
        survey.up = survey.up && report.up;
        survey.rows.push_back(boost::json::object{{"id", pinned->listed().id},
                                                  {"generation", pinned->number()},
                                                  {"up", report.up},
                                                  {"detail", parsed_or_text(report.detail)}});
    }
    return survey;
}

boost::json::object details_of(generation& one, const std::string& last_operation) {
    auto data = summary_of(one, 1);
    const auto report = one.health();
    data["name"] = one.listed().name;
    data["manifest"] = one.listed().file.string();
    data["library"] = one.listed().library.string();
    data["staged"] = one.staged_file().string();
    data["sha256"] = one.listed().library_sha256;
    data["configSnapshot"] = one.services().config().snapshot().number;
    data["identityHook"] = one.identity_hook().has_value();
    data["lastError"] = last_error_of(one);
    data["lastOperation"] = last_operation.empty() ? boost::json::value() : boost::json::value(last_operation);
    data["health"] = {{"up", report.up}, {"detail", parsed_or_text(report.detail)}};
    data["handlers"] = handlers_of(one.listed());
    data["topics"] = topics_of(one.listed());
    return data;
}

}  // namespace ccphost
