// SPDX-License-Identifier: BSL-1.0
#include "customer.hpp"

#include <array>
#include <cctype>
#include <cstdio>
#include <stdexcept>

namespace tools {
namespace {

constexpr std::array<std::string_view, 8> area_codes{"317", "415", "212", "646", "312", "303", "206", "404"};

/// Exchange codes are 200..999 without N11, which are services, and 555, which is kept for fiction.
const std::vector<int>& exchanges() {
    static const std::vector<int> all = [] {
        std::vector<int> codes;
        for (int code = 200; code <= 999; ++code) {
            if (code % 100 != 11 && code != 555) codes.push_back(code);
        }
        return codes;
    }();
    return all;
}

template <typename... Args>
std::string format(const char* pattern, Args... args) {
    std::array<char, 128> text{};
    const int length = std::snprintf(text.data(), text.size(), pattern, args...);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string phone_digits(std::uint64_t number) {
    // A stride without a common factor with the count spreads neighbours over the plan and still meets each number once.
    constexpr std::uint64_t stride = 15'485'863;
    const std::uint64_t place = number * stride % most_customers();
    const std::uint64_t line = place % 10'000;
    const int exchange = exchanges()[place / 10'000 % exchanges().size()];
    const auto area = area_codes[place / 10'000 / exchanges().size()];
    return std::string(area) + format("%03d%04d", exchange, static_cast<int>(line));
}

std::string email(std::uint64_t number) {
    constexpr std::array<const char*, 6> first{"ada", "grace", "edsger", "barbara", "donald", "radia"};
    constexpr std::array<const char*, 5> last{"stone", "o.brien", "garcia", "nguyen", "mueller"};
    constexpr std::array<const char*, 3> domain{"example.com", "example.org", "mail.example.net"};
    return format("%s.%s+%llu@%s", first[number % first.size()], last[number / 7 % last.size()],
                  static_cast<unsigned long long>(number), domain[number / 11 % domain.size()]);
}

}  // namespace

std::uint64_t most_customers() {
    return area_codes.size() * exchanges().size() * 10'000;
}

customer make_customer(std::uint64_t number, std::size_t sources) {
    if (number >= most_customers()) throw std::out_of_range("no phone number is left for another customer");
    customer made{.phone_digits = phone_digits(number),
                  .email = email(number),
                  .cookie = format("ck-%016llx", static_cast<unsigned long long>(number * 0x9E3779B97F4A7C15ULL)),
                  .external_ids = {},
                  .anchor = identifier_kind::external_id,
                  .anchor_source = 0};
    for (std::size_t source = 0; source < sources; ++source) {
        // The same text under two sources names two customers, as with systems that number from one.
        made.external_ids.push_back("C-" + std::to_string(1000 + number + source));
    }
    constexpr std::array anchors{identifier_kind::external_id, identifier_kind::email, identifier_kind::phone};
    made.anchor = sources == 0 ? anchors[1 + number % 2] : anchors[number % 3];
    if (sources > 0) made.anchor_source = number / 3 % sources;
    return made;
}

std::string written_phone(std::string_view digits, seeded_random& random) {
    const std::string area(digits.substr(0, 3));
    const std::string exchange(digits.substr(3, 3));
    const std::string line(digits.substr(6));
    switch (random.below(6)) {
        case 0:
            return "+1" + area + exchange + line;
        case 1:
            return "+1 " + area + " " + exchange + " " + line;
        case 2:
            return "+1-" + area + "-" + exchange + "-" + line;
        case 3:
            return "(" + area + ") " + exchange + "-" + line;
        case 4:
            return area + "." + exchange + "." + line;
        default:
            return "1" + area + exchange + line;
    }
}

std::string written_email(std::string_view email, seeded_random& random) {
    std::string written(email);
    const auto style = random.below(4);
    for (char& letter : written) {
        const bool raise = style == 1 || (style == 2 && random.chance(30));
        if (raise) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return style == 3 ? " " + written + " " : written;
}

}  // namespace tools
