// SPDX-License-Identifier: BSL-1.0
#include "handlers/query.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>
#include <charconv>

namespace extsrc::handlers {
namespace {

constexpr number_range cursor_limit{10, 200, 100};

}  // namespace

domain::result<std::size_t> read_limit(const request& asked) {
    return read_number(asked, "limit", cursor_limit);
}

domain::result<std::size_t> read_number(const request& asked, std::string_view name, const number_range& range) {
    const auto text = asked.query_parameter(name);
    if (text.empty()) return range.fallback;
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed == std::errc() && end == text.data() + text.size() && number >= range.min && number <= range.max) return number;
    const std::string field(name);
    return domain::invalid_field(
        field, "value.out.of.range",
        field + " is a whole number from " + std::to_string(range.min) + " to " + std::to_string(range.max) + ".");
}

domain::result<std::optional<bool>> read_flag(const request& asked, std::string_view name) {
    const auto text = asked.query_parameter(name);
    if (text.empty()) return std::optional<bool>();
    if (text == "true") return std::optional(true);
    if (text == "false") return std::optional(false);
    return domain::invalid_field(std::string(name), "value.invalid", std::string(name) + " is true or false.");
}

domain::result<domain::division_id> read_division(const request& asked) {
    const auto text = asked.query_parameter("divisionId");
    const auto division = domain::division_id::parse(text.empty() ? "*" : text);
    if (!division) return domain::invalid_field("divisionId", "value.invalid", "divisionId is neither a UUID nor *.");
    return *division;
}

std::vector<std::string_view> read_list(const request& asked, std::string_view name) {
    std::vector<std::string_view> entries;
    for (const auto& [key, value] : asked.query) {
        if (key != name) continue;
        for (std::string_view rest = value; !rest.empty();) {
            const auto comma = std::min(rest.find(','), rest.size());
            if (comma > 0) entries.push_back(rest.substr(0, comma));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    return entries;
}

std::string with_segment(std::string_view path, std::string_view segment) {
    return std::string(path) + "/" + boost::urls::encode(segment, boost::urls::unreserved_chars);
}

std::string with_query(std::string_view path, const std::vector<std::pair<std::string, std::string>>& parameters) {
    std::string uri(path);
    char separator = '?';
    for (const auto& [name, value] : parameters) {
        if (value.empty()) continue;
        uri.append({separator}).append(name).append("=").append(boost::urls::encode(value, boost::urls::unreserved_chars));
        separator = '&';
    }
    return uri;
}

}  // namespace extsrc::handlers
