// SPDX-License-Identifier: BSL-1.0
#include "operation_report.hpp"

#include <spdlog/fmt/fmt.h>

namespace ccphost {
namespace {

double milliseconds(std::chrono::microseconds span) {
    return static_cast<double>(span.count()) / 1000;
}

std::string text_of(const std::optional<generation_mark>& mark) {
    return mark ? fmt::format("{} ({})", mark->number, mark->version) : "none";
}

// Whether nothing took the place of what served.
bool ended(const operation_report& report) {
    const bool carried_out = report.outcome == operation_outcome::done || report.outcome == operation_outcome::lingering;
    return report.what == plugin_operation::unload && carried_out;
}

}  // namespace

std::string_view name_of(plugin_operation which) noexcept {
    switch (which) {
        case plugin_operation::load:
            return "load";
        case plugin_operation::reload:
            return "reload";
        case plugin_operation::rollback:
            return "rollback";
        case plugin_operation::configure:
            return "configure";
        case plugin_operation::unload:
            return "unload";
    }
    return "unknown";
}

std::string_view name_of(operation_outcome which) noexcept {
    switch (which) {
        case operation_outcome::done:
            return "done";
        case operation_outcome::deferred:
            return "deferred";
        case operation_outcome::failed:
            return "failed";
        case operation_outcome::refused:
            return "refused";
        case operation_outcome::busy:
            return "busy";
        case operation_outcome::lingering:
            return "lingering";
    }
    return "unknown";
}

std::string one_line(const operation_report& report) {
    auto line = fmt::format("{} {} for {}", name_of(report.what), report.plugin, report.actor);
    if (report.to || ended(report)) {
        line += fmt::format(", generation {} -> {}", text_of(report.from), text_of(report.to));
    }
    line += fmt::format(": {} in {:.1f} ms", name_of(report.outcome), milliseconds(report.took));
    for (const auto& each : report.steps) {
        line += fmt::format(" · {} {:.1f} ms", name_of(each.which), milliseconds(each.took));
        if (!each.note.empty()) line += fmt::format(" ({})", each.note);
    }
    if (!report.message.empty()) line += ": " + report.message;
    return line;
}

}  // namespace ccphost
