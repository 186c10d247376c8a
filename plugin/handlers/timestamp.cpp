// SPDX-License-Identifier: BSL-1.0
#include "handlers/timestamp.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace extsrc::handlers {

std::string to_iso_8601(domain::timestamp time) {
    using std::chrono::floor;
    const auto at = std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(time));
    const auto day = floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(floor<std::chrono::milliseconds>(at - day));
    std::array<char, 64> text{};
    const int size =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(size)};
}

}  // namespace extsrc::handlers
