// SPDX-License-Identifier: BSL-1.0
#include "authentication.hpp"

#include "same_origin.hpp"

namespace ccphost {
namespace {

namespace http = boost::beast::http;

std::variant<api_error, authenticated> by_token(std::string_view authorization, const token_store& tokens) {
    const auto token = parse_bearer(authorization);
    if (!token) return errors::bad_credentials();
    auto granted = tokens.find(*token);
    if (!granted) return errors::bad_credentials();
    return authenticated{std::move(granted->account), granted->expires, nullptr};
}

}  // namespace

std::variant<api_error, authenticated> authenticate(const request_message& head, const token_store& tokens,
                                                    const admin_sessions* sessions) {
    const auto authorization = head.find(http::field::authorization);
    if (authorization != head.end()) return by_token(view(authorization->value()), tokens);
    if (sessions == nullptr || head.find(http::field::cookie) == head.end()) return errors::authentication_required();
    auto found = sessions->find(head);
    if (!found) return errors::authentication_required();
    if (is_cross_origin(head)) return errors::cross_origin();
    if (auto fault = csrf_fault(head, *found)) return std::move(*fault);
    return authenticated{std::move(found->account), found->expires, std::move(found->end)};
}

}  // namespace ccphost
