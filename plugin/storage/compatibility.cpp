// SPDX-License-Identifier: BSL-1.0
#include "storage/compatibility.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace extsrc::storage {
namespace {

constexpr std::string_view mark = "-- serves builds from:";

[[noreturn]] void refuse(const migration& step) {
    throw failure(failure_kind::internal, "schema step " + std::string(step.name) +
                                              " must say \"-- serves builds from: N\" once, with N from 1 to " +
                                              std::to_string(step.version));
}

int read_number(const migration& step, std::string_view text) {
    const auto last = text.find_last_not_of(" \t\r");
    text = text.substr(0, last + 1);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    int number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size() || number < 1 || number > step.version) refuse(step);
    return number;
}

std::optional<int> said(const migration& step) {
    std::optional<int> found;
    std::string_view rest = step.text;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (!line.starts_with(mark)) continue;
        if (found) refuse(step);
        found = read_number(step, line.substr(mark.size()));
    }
    return found;
}

}  // namespace

int serves_builds_from(const migration& step) {
    return said(step).value_or(step.version);
}

bool contracts(const migration& step) {
    return said(step) == step.version;
}

schema_range servable_schemas(std::span<const migration> steps) {
    auto needed = steps;
    while (!needed.empty() && contracts(needed.back())) needed = needed.first(needed.size() - 1);
    return {needed.empty() ? 0 : needed.back().version, steps.back().version};
}

}  // namespace extsrc::storage
