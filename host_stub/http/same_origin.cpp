// SPDX-License-Identifier: BSL-1.0
#include "same_origin.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/url/parse.hpp>

namespace ccphost {
namespace {

namespace http = boost::beast::http;

bool is_own(std::string_view origin, std::string_view host) {
    const auto parsed = boost::urls::parse_uri({origin.data(), origin.size()});
    if (!parsed || !parsed->has_authority()) return false;  // "null" too
    const auto authority = parsed->encoded_host_and_port();
    return boost::algorithm::iequals(std::string_view(authority.data(), authority.size()), host);
}

}  // namespace

bool is_cross_origin(const request_message& head) {
    const auto site = head.find("Sec-Fetch-Site");
    if (site != head.end() && site->value() != "same-origin" && site->value() != "none") return true;
    const auto origin = head.find(http::field::origin);
    return origin != head.end() && !is_own(view(origin->value()), view(head[http::field::host]));
}

}  // namespace ccphost
