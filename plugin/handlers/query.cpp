// SPDX-License-Identifier: BSL-1.0
#include "handlers/query.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>
#include <charconv>

namespace extsrc::handlers {
namespace {

constexpr std::size_t min_limit = 10;
constexpr std::size_t max_limit = 200;
constexpr std::size_t default_limit = 100;

}  // namespace

domain::result<std::size_t> read_limit(const request& asked) {
    const auto text = asked.query_parameter("limit");
    if (text.empty()) return default_limit;
    std::size_t limit = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (ec != std::errc() || end != text.data() + text.size() || limit < min_limit || limit > max_limit)
        return domain::invalid_field("limit", "value.out.of.range", "limit is a whole number from 10 to 200.");
    return limit;
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
