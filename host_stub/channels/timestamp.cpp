// SPDX-License-Identifier: BSL-1.0
#include "timestamp.hpp"

#include <charconv>
#include <chrono>

namespace ccphost {
namespace {

// A field of exactly `width` digits at `at`; -1 when it is none.
int field(std::string_view text, std::size_t at, std::size_t width) {
    int value = -1;
    const char* begin = text.data() + at;
    if (*begin < '0' || *begin > '9') return -1;
    const auto [end, error] = std::from_chars(begin, begin + width, value);
    return error == std::errc() && end == begin + width ? value : -1;
}

}  // namespace

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
    constexpr std::string_view pattern = "####-##-##T##:##:##";
    if (text.size() <= pattern.size() || text.size() > pattern.size() + 8 || text.back() != 'Z') return std::nullopt;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '#' && text[i] != pattern[i]) return std::nullopt;
    }
    const std::chrono::year_month_day day{std::chrono::year(field(text, 0, 4)),
                                          std::chrono::month(static_cast<unsigned>(field(text, 5, 2))),
                                          std::chrono::day(static_cast<unsigned>(field(text, 8, 2)))};
    const int hour = field(text, 11, 2);
    const int minute = field(text, 14, 2);
    const int second = field(text, 17, 2);
    if (field(text, 0, 4) < 0 || !day.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return std::nullopt;
    }
    int micros = 0;
    if (const auto fraction = text.substr(pattern.size(), text.size() - pattern.size() - 1); !fraction.empty()) {
        if (fraction.size() < 2 || fraction[0] != '.') return std::nullopt;
        micros = field(fraction, 1, fraction.size() - 1);
        if (micros < 0) return std::nullopt;
        for (auto digits = fraction.size() - 1; digits < 6; ++digits) micros *= 10;
    }
    const auto time =
        std::chrono::sys_days(day) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
    return std::chrono::microseconds(time.time_since_epoch()).count() + micros;
}

}  // namespace ccphost
