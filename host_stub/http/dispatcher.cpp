// SPDX-License-Identifier: BSL-1.0
#include "dispatcher.hpp"

#include "access.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <boost/asio/post.hpp>
#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace ccphost {
namespace {

namespace http = boost::beast::http;

bool is_token_path(const std::string& path) {
    return path == "/oauth/token" || path == "/login/oauth/token";
}

// HEAD is answered as GET is, without the body.
std::string method_of(const request_message& head) {
    return std::string(head.method() == http::verb::head ? "GET" : view(head.method_string()));
}

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const auto& each : list) text += (text.empty() ? "" : ", ") + each;
    return text;
}

// HEAD and OPTIONS are the host's own.
std::vector<std::string> with_own_methods(std::vector<std::string> methods) {
    if (std::find(methods.begin(), methods.end(), "GET") != methods.end()) methods.emplace_back("HEAD");
    methods.emplace_back("OPTIONS");
    return methods;
}

name_value_list headers_for_handler(const request_message& head) {
    name_value_list list;
    for (const auto& field : head) {
        auto name = boost::algorithm::to_lower_copy(std::string(view(field.name_string())));
        if (name != "authorization" && name != "cookie" && name != "x-ccp-csrf")
            list.emplace_back(std::move(name), view(field.value()));
    }
    return list;
}

bool announces_body(const request_message& head) {
    const auto length = head.find(http::field::content_length);
    return length != head.end() && length->value() != "0";
}

}  // namespace

dispatcher::dispatcher(const plugin_set& plugins, const clients& known, token_store& tokens, rate_limiter* rate,
                       const http_limits& limits, admin_console* console)
    : plugins_(plugins),
      tokens_(tokens),
      token_endpoint_(known, tokens),
      rate_(rate),
      limits_(limits),
      console_(console),
      workers_(limits.workers) {}

void dispatcher::join() {
    workers_.join();
}

std::optional<std::variant<refusal, answer, admission>> dispatcher::admit_open(const request_message& head,
                                                                               const request_target& target) const {
    if (is_token_path(target.path)) {
        if (head.method() != http::verb::post) return refusal{errors::method_not_allowed("POST")};
        return admission{admission::endpoint::token};
    }
    if (target.path == "/health") {
        if (head.method() != http::verb::get && head.method() != http::verb::head)
            return refusal{errors::method_not_allowed("GET, HEAD")};
        return admission{admission::endpoint::health};
    }
    if (console_ != nullptr && admin_console::owns(target)) return admission{admission::endpoint::admin, nullptr, target};
    return std::nullopt;
}

std::variant<refusal, answer, admission> dispatcher::admit(const request_message& head) const {
    if (head.version() == 11 && head.count(http::field::host) != 1)
        return refusal{errors::bad_request("The Host header is required once.")};
    auto target = parse_target(view(head.target()));
    if (!target) return refusal{errors::bad_request("The request target is malformed.")};
    if (auto open = admit_open(head, *target)) return std::move(*open);
    const auto proved = authenticate(head, tokens_, console_ == nullptr ? nullptr : &console_->sessions());
    if (const auto* failed = std::get_if<api_error>(&proved)) return refusal{*failed};
    const auto& who = std::get<authenticated>(proved);

    name_value_list standing_headers;
    if (rate_ != nullptr) {
        const auto standing = rate_->count(who.account->id);
        standing_headers = {{"inin-ratelimit-allowed", std::to_string(standing.allowed)},
                            {"inin-ratelimit-count", std::to_string(standing.count)},
                            {"inin-ratelimit-reset", std::to_string(standing.reset_s)}};
        if (standing.exceeded()) return refusal{errors::rate_limited(standing.reset_s), standing_headers};
    }
    auto routed =
        target->path == stream_path ? admit_stream(head, who, *target) : admit_handler(head, who.account, std::move(*target));
    if (auto* refused = std::get_if<refusal>(&routed)) refused->answer_headers = standing_headers;
    if (auto* admitted = std::get_if<admission>(&routed)) admitted->answer_headers = standing_headers;
    return routed;
}

std::variant<refusal, answer, admission> dispatcher::admit_stream(const request_message& head, const authenticated& who,
                                                                  const request_target& target) const {
    const std::string methods = "GET, OPTIONS";
    if (head.method() == http::verb::options) return answer{204, {{"Allow", methods}}, {}, {}};
    if (head.method() != http::verb::get) return refusal{errors::method_not_allowed(methods)};
    auto wanted = read_stream_request(target.query, *who.account, who.expires, plugins_);
    if (auto* refused = std::get_if<api_error>(&wanted)) return refusal{std::move(*refused)};
    admission admitted{admission::endpoint::stream};
    admitted.stream = std::move(std::get<stream_request>(wanted));
    admitted.stream->session = who.end;
    return admitted;
}

std::variant<refusal, answer, dispatcher::destination> dispatcher::route(const request_message& head,
                                                                         const client_account& account,
                                                                         const request_target& target) const {
    std::vector<std::string> allowed;
    for (auto& pinned : plugins_.pin_all()) {
        auto found = pinned->routes().match(method_of(head), target.segments);
        allowed.insert(allowed.end(), found.allowed.begin(), found.allowed.end());
        if (found.handler == nullptr) continue;

        if (auto refused = denied(account, found.handler->declaration.demand)) return refusal{std::move(*refused)};
        if (announces_body(head) && !is_json(view(head[http::field::content_type])))
            return refusal{errors::unsupported_media_type()};
        return destination{std::move(pinned), *found.handler, std::move(found.parameters)};
    }
    if (allowed.empty()) return refusal{errors::not_found()};
    const auto methods = joined(with_own_methods(std::move(allowed)));
    if (head.method() == http::verb::options) return answer{204, {{"Allow", methods}}, {}, {}};
    return refusal{errors::method_not_allowed(methods)};
}

std::variant<refusal, answer, admission> dispatcher::admit_handler(const request_message& head,
                                                                   std::shared_ptr<const client_account> account,
                                                                   request_target target) const {
    auto routed = route(head, *account, target);
    if (auto* refused = std::get_if<refusal>(&routed)) return std::move(*refused);
    if (auto* answered = std::get_if<answer>(&routed)) return std::move(*answered);
    return admission{admission::endpoint::handler, std::move(account), std::move(target)};
}

std::shared_ptr<handler_call> dispatcher::serve(admission admitted, request_message&& request,
                                                const std::string& correlation_id, std::function<void(answer)> done) {
    if (admitted.to == admission::endpoint::token) {
        done(token_endpoint_.issue(request, admitted.address, correlation_id));
        return nullptr;
    }
    if (admitted.to == admission::endpoint::health) {
        boost::asio::post(workers_, [this, done = std::move(done)] { done(report_health()); });
        return nullptr;
    }
    if (admitted.to == admission::endpoint::admin) {
        done(console_->serve(request, admitted.target, admitted.address, correlation_id));
        return nullptr;
    }
    if (!request.body().empty() && !is_json(view(request[http::field::content_type]))) {  // a chunked body announces nothing
        done(to_answer(errors::unsupported_media_type(), correlation_id));
        return nullptr;
    }
    return call_handler(std::move(admitted), std::move(request), correlation_id, std::move(done));
}

std::shared_ptr<handler_call> dispatcher::call_handler(admission admitted, request_message&& request,
                                                       const std::string& correlation_id, std::function<void(answer)> done) {
    auto routed = route(request, *admitted.account, admitted.target);
    if (auto* to = std::get_if<destination>(&routed)) {
        call_input input{.organization = admitted.account->organization,
                         .principal = admitted.account->id,
                         .correlation_id = correlation_id,
                         .method = method_of(request),
                         .path = std::move(admitted.target.path),
                         .path_parameters = std::move(to->path_parameters),
                         .query = std::move(admitted.target.query),
                         .headers = headers_for_handler(request),
                         .body = std::move(request.body()),
                         .deadline_mono_ns = mono_now_ns() + std::chrono::nanoseconds(limits_.request).count()};
        auto call = std::make_shared<handler_call>(std::move(to->pinned), to->handler, std::move(input), std::move(done));
        boost::asio::post(workers_, [call] { handler_call::run(call); });
        return call;
    }
    const auto* refused = std::get_if<refusal>(&routed);
    done(refused != nullptr ? to_answer(refused->why, correlation_id) : std::get<answer>(std::move(routed)));
    return nullptr;
}

answer dispatcher::report_health() const {
    const auto fault = plugins_.health_fault();
    if (fault.empty()) return {200, {}, R"({"status":"up"})"};
    spdlog::warn("health: {}", fault);
    return {503, {}, R"({"status":"down"})"};
}

}  // namespace ccphost
