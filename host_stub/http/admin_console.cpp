// SPDX-License-Identifier: BSL-1.0
#include "admin_console.hpp"

#include "admin_menu.hpp"
#include "error_body.hpp"
#include "same_origin.hpp"

#include <boost/json.hpp>

#include <array>

namespace ccphost {
namespace {

namespace http = boost::beast::http;

// Beside those that every answer of the host's carries.
constexpr std::array<std::pair<const char*, const char*>, 5> protections{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
    {"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
}};

bool is_read(const request_message& request) {
    return request.method() == http::verb::get || request.method() == http::verb::head;
}

answer not_allowed(const char* methods, const std::string& correlation_id) {
    return to_answer(errors::method_not_allowed(methods), correlation_id);
}

}  // namespace

admin_console::admin_console(const plugin_set& plugins, const clients& known, std::chrono::seconds session_lifetime,
                             cookie_transport over)
    : plugins_(plugins), sessions_(known, session_lifetime, over) {}

bool admin_console::owns(const request_target& target) {
    static constexpr std::array<std::string_view, 4> roots{"admin", "admin-assets", "admin-menu", "admin-session"};
    return !target.segments.empty() && std::find(roots.begin(), roots.end(), target.segments.front()) != roots.end();
}

answer admin_console::serve(const request_message& request, const request_target& target, const std::string& address,
                            const std::string& correlation_id) {
    auto what = route(request, target, address, correlation_id);
    what.headers.insert(what.headers.end(), protections.begin(), protections.end());
    return what;
}

answer admin_console::route(const request_message& request, const request_target& target, const std::string& address,
                            const std::string& correlation_id) {
    const auto& root = target.segments.front();
    if (root == "admin-session" && target.segments.size() == 1) return session(request, address, correlation_id);
    if (!is_read(request)) return not_allowed("GET, HEAD", correlation_id);
    if (root == "admin-menu" && target.segments.size() == 1) return menu(request, correlation_id);
    if (root == "admin-assets") return asset(request, target, correlation_id);
    if (target.path == "/admin") return {302, {{"Location", "/admin/"}}, {}, {}};
    if (root == "admin") return {200, {}, shell_.page(), "text/html; charset=utf-8"};
    return to_answer(errors::not_found(), correlation_id);
}

answer admin_console::session(const request_message& request, const std::string& address, const std::string& correlation_id) {
    if (is_cross_origin(request)) return to_answer(errors::cross_origin(), correlation_id);
    if (is_read(request)) return sessions_.show(request);
    if (request.method() == http::verb::post) return sessions_.open(request, address, correlation_id);
    if (request.method() == http::verb::delete_) return sessions_.close(request, correlation_id);
    return not_allowed("GET, HEAD, POST, DELETE", correlation_id);
}

answer admin_console::menu(const request_message& request, const std::string& correlation_id) const {
    if (is_cross_origin(request)) return to_answer(errors::cross_origin(), correlation_id);
    const auto found = sessions_.find(request);
    if (!found) return to_answer(errors::not_signed_in(), correlation_id);
    if (const auto fault = csrf_fault(request, *found)) return to_answer(*fault, correlation_id);
    const boost::json::object body{{"entries", menu_of(plugins_, *found->account)}, {"shell", shell_.version()}};
    return {200, {}, boost::json::serialize(body)};
}

answer admin_console::asset(const request_message& request, const request_target& target,
                            const std::string& correlation_id) const {
    const auto& segments = target.segments;
    std::optional<answer> found;
    if (segments.size() == 4 && segments[1] == "shell") found = shell_.find(segments[2], segments[3]);
    if (segments.size() >= 4 && !found) found = find_plugin_asset(plugins_, segments, request, correlation_id);
    return found ? std::move(*found) : to_answer(errors::not_found(), correlation_id);
}

}  // namespace ccphost
