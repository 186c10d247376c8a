// SPDX-License-Identifier: BSL-1.0
/// @file Failures as clients see them: the platform's error body, rendered here and nowhere else.
#pragma once

#include "answer.hpp"

#include <ccp/request.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ccphost {

/// One field's share in a failure.
struct error_detail {
    std::string error_code;
    std::optional<std::string> field_name;
    std::optional<std::string> message;
};

/// The limit that was hit.
struct error_limit {
    std::string key;
    std::string name_space;
    std::int64_t value;
};

/// A failure, before the request's correlation id is put in.
struct api_error {
    unsigned status;
    std::string code;     ///< dotted lower case
    std::string message;  ///< one sentence for people; tells nothing of the host's inside
    std::optional<std::string> entity_id{};
    std::optional<std::string> entity_name{};
    std::vector<error_detail> details{};
    std::vector<std::pair<std::string, std::string>> message_parameters{};
    std::optional<error_limit> limit{};
    std::vector<std::pair<std::string, std::string>> headers{};  ///< such as Retry-After and Allow
};

/// The error body as JSON text.
std::string render_error_body(const api_error& error, std::string_view context_id);

/// The whole answer.
answer to_answer(const api_error& error, std::string_view context_id);

/// Copies a plugin's failure; nothing when it breaks its contract (status outside 400..599, no code, null lists).
std::optional<api_error> from_plugin(const ccp_failure_v1& failure);

/// What a handler's own failure status looks like to the client: 503, 504 or 500 by ccp_handler_v1::handle.
api_error from_status(std::int32_t status);

/// The host's own failures.
namespace errors {
api_error bad_request(std::string message);
api_error authentication_required();
api_error bad_credentials();
api_error not_signed_in();
api_error bad_sign_in();
api_error too_many_sign_ins(std::int64_t retry_after_s);
api_error csrf_token_missing();
api_error cross_origin();
api_error missing_permissions(const std::vector<std::string>& permissions, bool any);
api_error not_found();
api_error method_not_allowed(const std::string& allowed);
api_error not_acceptable(const std::string& encoding);
api_error request_timeout();
api_error body_too_large(std::uint64_t limit);
api_error unsupported_media_type();
api_error headers_too_large(std::uint64_t limit);
api_error rate_limited(std::int64_t retry_after_s);
api_error internal();
api_error unavailable();
api_error handler_timeout();
}  // namespace errors

}  // namespace ccphost
