// SPDX-License-Identifier: BSL-1.0
#include "response_message.hpp"

namespace ccphost {

namespace http = boost::beast::http;

http::response<http::string_body> to_message(answer what, unsigned version, bool head_only) {
    http::response<http::string_body> message{static_cast<http::status>(what.status), version};
    for (const auto& [name, value] : what.headers) message.insert(name, value);
    if (!what.content_type.empty()) message.set(http::field::content_type, what.content_type);
    const bool bodiless = what.status == 204 || what.status == 304;
    if (!bodiless) message.content_length(what.body.size());
    if (!bodiless && !head_only) message.body() = std::move(what.body);
    return message;
}

void set_host_headers(http::fields& into, const std::string& correlation_id, const name_value_list& more, caching kept) {
    for (const auto& [name, value] : more) into.set(name, value);
    into.set("ININ-Correlation-Id", correlation_id);
    // A browser that is signed in can be led to any answer, and must not take what a plugin stored for a page.
    into.set("X-Content-Type-Options", "nosniff");
    into.set("Cross-Origin-Resource-Policy", "same-origin");
    if (into.find("Content-Security-Policy") == into.end())
        into.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    if (kept == caching::for_ever) {
        into.set(http::field::cache_control, "public, max-age=31536000, immutable");
        return;
    }
    into.set(http::field::cache_control, "no-cache, no-store, must-revalidate");
    into.set(http::field::pragma, "no-cache");
    into.set(http::field::expires, "0");
}

}  // namespace ccphost
