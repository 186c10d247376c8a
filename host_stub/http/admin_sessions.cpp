// SPDX-License-Identifier: BSL-1.0
#include "admin_sessions.hpp"

#include "auth/random_token.hpp"
#include "same_origin.hpp"

#include <boost/json.hpp>
#include <spdlog/spdlog.h>

namespace ccphost {
namespace {

namespace json = boost::json;
namespace http = boost::beast::http;

constexpr std::string_view csrf_header = "X-CCP-CSRF";

// The two members and no other, both texts.
std::optional<basic_credentials> read_credentials(const std::string& body) {
    boost::system::error_code bad;
    const auto document = json::parse(body, bad);
    const auto* members = bad ? nullptr : document.if_object();
    if (members == nullptr || members->size() != 2) return std::nullopt;
    const auto text = [&](const char* name) -> const json::string* {
        const auto* value = members->if_contains(name);
        return value == nullptr ? nullptr : value->if_string();
    };
    const auto* id = text("clientId");
    const auto* secret = text("clientSecret");
    if (id == nullptr || secret == nullptr) return std::nullopt;
    return basic_credentials{{id->data(), id->size()}, {secret->data(), secret->size()}};
}

}  // namespace

std::optional<api_error> csrf_fault(const request_message& request, const session& of) {
    const auto given = request.find({csrf_header.data(), csrf_header.size()});
    if (given != request.end() && equal_secrets(view(given->value()), of.csrf_token)) return std::nullopt;
    return errors::csrf_token_missing();
}

admin_sessions::admin_sessions(const clients& known, std::chrono::seconds lifetime, cookie_transport over)
    : clients_(known), lifetime_(lifetime), store_(lifetime), cookie_(over) {}

std::optional<session> admin_sessions::find(const request_message& request) const {
    const auto id = cookie_.find(request);
    return id ? store_.find(*id) : std::nullopt;
}

answer admin_sessions::show(const request_message& request) const {
    const auto found = find(request);
    return found ? describe(*found) : answer{200, {}, "null"};
}

answer admin_sessions::open(const request_message& request, const std::string& address, const std::string& correlation_id) {
    // Forms of other sites cannot send this type.
    if (!is_json(view(request[http::field::content_type]))) return to_answer(errors::unsupported_media_type(), correlation_id);
    const auto given = read_credentials(request.body());
    if (!given) {
        return to_answer(errors::bad_request("The body must be {\"clientId\": text, \"clientSecret\": text}."), correlation_id);
    }
    if (const auto wait = limit_.must_wait(given->id, address)) {
        return to_answer(errors::too_many_sign_ins(*wait), correlation_id);
    }
    auto account = clients_.authenticate(*given);
    if (account == nullptr) {
        limit_.failed(given->id, address);
        spdlog::warn("admin: signing in failed from {} [{}]", address, correlation_id);
        return to_answer(errors::bad_sign_in(), correlation_id);
    }
    forget(request);
    const auto made = store_.open(std::move(account));
    spdlog::info("admin: {} signed in from {} [{}]", made.opened.account->id, address, correlation_id);
    auto what = describe(made.opened);
    what.headers.emplace_back("Set-Cookie", cookie_.keep(made.id, lifetime_));
    return what;
}

answer admin_sessions::close(const request_message& request, const std::string& correlation_id) {
    if (const auto found = find(request)) {
        if (const auto fault = csrf_fault(request, *found)) return to_answer(*fault, correlation_id);
        spdlog::info("admin: {} signed out [{}]", found->account->id, correlation_id);
    }
    forget(request);
    return {200, {{"Set-Cookie", cookie_.forget()}}, "{}"};
}

void admin_sessions::forget(const request_message& request) {
    if (const auto id = cookie_.find(request)) store_.close(*id);
}

answer admin_sessions::describe(const session& of) const {
    const auto& account = *of.account;
    const json::object body{{"clientId", account.id},
                            {"organization", account.organization},
                            {"permissions", json::array(account.permissions.begin(), account.permissions.end())},
                            {"csrfToken", of.csrf_token},
                            {"expiresIn", store_.time_left(of).count()}};
    return {200, {}, json::serialize(body)};
}

}  // namespace ccphost
