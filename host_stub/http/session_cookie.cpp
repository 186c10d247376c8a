// SPDX-License-Identifier: BSL-1.0
#include "session_cookie.hpp"

#include <algorithm>

namespace ccphost {
namespace {

namespace http = boost::beast::http;

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace

session_cookie::session_cookie(cookie_transport over)
    : name_(over == cookie_transport::tls_only ? "__Host-ccp-session" : "ccp-session"),
      attributes_("; Path=/; HttpOnly; SameSite=Strict") {
    if (over == cookie_transport::tls_only) attributes_ += "; Secure";
}

std::optional<std::string_view> session_cookie::find(const request_message& head) const {
    std::optional<std::string_view> found;
    const auto [first, last] = head.equal_range(http::field::cookie);
    for (auto field = first; field != last; ++field) {
        for (auto rest = view(field->value()); !rest.empty();) {
            const auto end = std::min(rest.find(';'), rest.size());
            const auto pair = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos || trimmed(pair.substr(0, equals)) != name_) continue;
            if (found) return std::nullopt;
            found = trimmed(pair.substr(equals + 1));
        }
    }
    return found;
}

std::string session_cookie::keep(const std::string& id, std::chrono::seconds lifetime) const {
    return name_ + "=" + id + attributes_ + "; Max-Age=" + std::to_string(lifetime.count());
}

std::string session_cookie::forget() const {
    return name_ + "=" + attributes_ + "; Max-Age=0";
}

}  // namespace ccphost
