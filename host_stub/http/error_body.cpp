// SPDX-License-Identifier: BSL-1.0
#include "error_body.hpp"

#include "loader/c_text.hpp"

#include <boost/json.hpp>

namespace ccphost {
namespace {

std::optional<std::string> optional_text(ccp_str text) {
    if (text.ptr == nullptr) return std::nullopt;
    return std::string(from_c(text));
}

void put(boost::json::object& into, const char* name, const std::optional<std::string>& value) {
    if (value) into[name] = *value;
}

}  // namespace

std::string render_error_body(const api_error& error, std::string_view context_id) {
    boost::json::object body{{"status", error.status},
                             {"code", error.code},
                             {"message", error.message},
                             {"contextId", boost::json::string_view(context_id.data(), context_id.size())}};
    boost::json::array details;
    for (const auto& each : error.details) {
        boost::json::object detail{{"errorCode", each.error_code}};
        put(detail, "fieldName", each.field_name);
        put(detail, "message", each.message);
        details.emplace_back(std::move(detail));
    }
    body["details"] = std::move(details);
    body["errors"] = boost::json::array{};
    put(body, "entityId", error.entity_id);
    put(body, "entityName", error.entity_name);
    if (!error.message_parameters.empty()) {
        boost::json::object parameters;
        for (const auto& [name, value] : error.message_parameters) parameters[name] = value;
        body["messageParams"] = std::move(parameters);
    }
    if (error.limit) {
        body["limit"] = {{"key", error.limit->key}, {"namespace", error.limit->name_space}, {"value", error.limit->value}};
    }
    return boost::json::serialize(body);
}

answer to_answer(const api_error& error, std::string_view context_id) {
    return {error.status, error.headers, render_error_body(error, context_id)};
}

std::optional<api_error> from_plugin(const ccp_failure_v1& failure) {
    const bool lists_good = (failure.details != nullptr || failure.detail_count == 0) &&
                            (failure.message_parameters != nullptr || failure.message_parameter_count == 0);
    if (failure.http_status < 400 || failure.http_status > 599 || failure.code.len == 0 || !lists_good) return std::nullopt;
    api_error error{failure.http_status, std::string(from_c(failure.code)), std::string(from_c(failure.message))};
    error.entity_id = optional_text(failure.entity_id);
    error.entity_name = optional_text(failure.entity_name);
    for (std::size_t i = 0; i < failure.detail_count; ++i) {
        const auto& each = failure.details[i];
        error.details.push_back(
            {std::string(from_c(each.error_code)), optional_text(each.field_name), optional_text(each.message)});
    }
    for (std::size_t i = 0; i < failure.message_parameter_count; ++i) {
        const auto& each = failure.message_parameters[i];
        error.message_parameters.emplace_back(from_c(each.name), from_c(each.value));
    }
    if (failure.limit_key.ptr != nullptr) {
        error.limit = {std::string(from_c(failure.limit_key)), std::string(from_c(failure.limit_namespace)),
                       failure.limit_value};
    }
    if (failure.retry_after_s > 0) error.headers.emplace_back("Retry-After", std::to_string(failure.retry_after_s));
    return error;
}

api_error from_status(std::int32_t status) {
    if (status == CCP_E_BUSY || status == CCP_E_UNAVAILABLE) return errors::unavailable();
    if (status == CCP_E_TIMEOUT) return errors::handler_timeout();
    return errors::internal();
}

namespace errors {

api_error bad_request(std::string message) {
    return {400, "bad.request", std::move(message)};
}

api_error authentication_required() {
    api_error error{401, "authentication.required", "No authentication bearer token was given."};
    error.headers.emplace_back("WWW-Authenticate", "Bearer");
    return error;
}

api_error bad_credentials() {
    api_error error{401, "bad.credentials", "The credentials are not valid or have expired."};
    error.headers.emplace_back("WWW-Authenticate", "Bearer");
    return error;
}

api_error not_signed_in() {
    return {401, "authentication.required", "Nobody is signed in, or the session has ended."};
}

api_error bad_sign_in() {
    return {401, "bad.credentials", "The client ID or the client secret is not right."};
}

api_error too_many_sign_ins(std::int64_t retry_after_s) {
    auto error = rate_limited(retry_after_s);
    error.message = "Signing in failed too often, retry in " + std::to_string(retry_after_s) + " seconds.";
    return error;
}

api_error csrf_token_missing() {
    return {403, "csrf.token.missing", "The header X-CCP-CSRF must hold the token of the session."};
}

api_error cross_origin() {
    return {403, "cross.origin.request", "Requests from pages of another origin are refused."};
}

api_error missing_permissions(const std::vector<std::string>& permissions, bool any) {
    std::string names;
    for (const auto& each : permissions) names += (names.empty() ? "" : ", ") + each;
    const bool one_of = any && permissions.size() > 1;
    api_error error{403, one_of ? "missing.any.permissions" : "missing.permissions",
                    (one_of ? "At least one of these permissions is required: " : "Permission is required: ") + names + "."};
    error.message_parameters.emplace_back("permissions", names);
    return error;
}

api_error not_found() {
    return {404, "not.found", "The requested resource was not found."};
}

api_error method_not_allowed(const std::string& allowed) {
    api_error error{405, "method.not.allowed", "The method is not allowed on this resource."};
    error.headers.emplace_back("Allow", allowed);
    return error;
}

api_error not_acceptable(const std::string& encoding) {
    return {406, "not.acceptable", "The resource is available in the encoding " + encoding + " only."};
}

api_error request_timeout() {
    return {408, "request.timeout", "The request did not arrive in time."};
}

api_error body_too_large(std::uint64_t limit) {
    return {413, "request.entity.too.large", "The body is larger than the maximum of " + std::to_string(limit) + " bytes."};
}

api_error unsupported_media_type() {
    return {415, "unsupported.media.type", "The body must be of type application/json."};
}

api_error headers_too_large(std::uint64_t limit) {
    return {431, "request.header.fields.too.large",
            "The header is larger than the maximum of " + std::to_string(limit) + " bytes."};
}

api_error rate_limited(std::int64_t retry_after_s) {
    api_error error{429, "too.many.requests", "Rate limit exceeded, retry in " + std::to_string(retry_after_s) + " seconds."};
    error.headers.emplace_back("Retry-After", std::to_string(retry_after_s));
    return error;
}

api_error internal() {
    return {500, "internal.server.error", "The request could not be served."};
}

api_error unavailable() {
    api_error error{503, "service.unavailable", "The service is not available, try again later."};
    error.headers.emplace_back("Retry-After", "1");
    return error;
}

api_error handler_timeout() {
    return {504, "gateway.timeout", "The request was not served in time."};
}

}  // namespace errors
}  // namespace ccphost
