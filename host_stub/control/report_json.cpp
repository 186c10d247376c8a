// SPDX-License-Identifier: BSL-1.0
#include "report_json.hpp"

#include <boost/json/array.hpp>
#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>

namespace ccphost {
namespace {

double milliseconds(std::chrono::microseconds span) {
    return static_cast<double>(span.count()) / 1000;
}

boost::json::value to_json(const std::optional<generation_mark>& mark) {
    if (!mark) return nullptr;
    return boost::json::object{{"generation", mark->number}, {"version", mark->version}, {"build", mark->build}};
}

boost::json::array to_json(const std::vector<step_record>& steps) {
    boost::json::array list;
    for (const auto& each : steps) {
        list.push_back(boost::json::object{
            {"step", std::string(name_of(each.which))}, {"milliseconds", milliseconds(each.took)}, {"note", each.note}});
    }
    return list;
}

control_code code_of(operation_outcome outcome) {
    switch (outcome) {
        case operation_outcome::done:
        case operation_outcome::deferred:
            return control_code::ok;
        case operation_outcome::failed:
            return control_code::failed;
        case operation_outcome::refused:
            return control_code::refused;
        case operation_outcome::busy:
            return control_code::busy;
        case operation_outcome::lingering:
            return control_code::lingering;
    }
    return control_code::unknown;
}

}  // namespace

boost::json::object to_json(const operation_report& report) {
    return {{"operation", std::string(name_of(report.what))},
            {"plugin", report.plugin},
            {"outcome", std::string(name_of(report.outcome))},
            {"message", report.message},
            {"actor", report.actor},
            {"begun", time_text(report.begun)},
            {"milliseconds", milliseconds(report.took)},
            {"from", to_json(report.from)},
            {"to", to_json(report.to)},
            {"steps", to_json(report.steps)}};
}

control_reply to_reply(const operation_report& report) {
    return {code_of(report.outcome), report.message, to_json(report)};
}

std::string time_text(std::chrono::system_clock::time_point time) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

}  // namespace ccphost
