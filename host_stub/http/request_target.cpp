// SPDX-License-Identifier: BSL-1.0
#include "request_target.hpp"

#include <boost/url.hpp>

namespace ccphost {
namespace {

namespace urls = boost::urls;

name_value_list decoded(urls::params_encoded_view parameters) {
    name_value_list list;
    const urls::encoding_opts plus_is_space(true);
    for (const auto& each : parameters) {
        list.emplace_back(urls::pct_string_view(each.key).decode(plus_is_space),
                          each.has_value ? urls::pct_string_view(each.value).decode(plus_is_space) : std::string());
    }
    return list;
}

}  // namespace

std::optional<request_target> parse_target(std::string_view target) {
    const auto parsed = urls::parse_origin_form({target.data(), target.size()});
    if (!parsed) return std::nullopt;
    request_target result;
    result.path = std::string(parsed->encoded_path());
    for (const auto segment : parsed->encoded_segments()) result.segments.push_back(segment.decode());
    if (parsed->has_query() && !parsed->encoded_query().empty()) result.query = decoded(parsed->encoded_params());
    return result;
}

std::optional<name_value_list> parse_form(std::string_view form) {
    if (form.empty()) return name_value_list{};
    const auto parsed = urls::parse_query({form.data(), form.size()});
    if (!parsed) return std::nullopt;
    return decoded(*parsed);
}

}  // namespace ccphost
