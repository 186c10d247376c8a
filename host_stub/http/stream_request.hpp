// SPDX-License-Identifier: BSL-1.0
/// @file A request for an event stream, checked.
#pragma once

#include "access.hpp"
#include "auth/session_end.hpp"
#include "loader/plugin_set.hpp"
#include "loader/topic_pattern.hpp"
#include "request_target.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ccphost {

/// Where streams are asked for.
inline constexpr std::string_view stream_path = "/api/v2/notifications/stream";
/// Topics one stream may carry at most.
inline constexpr std::size_t most_topics = 100;

/// What a client may have.
struct stream_request {
    std::string organization;
    std::vector<topic_pattern> topics;
    std::chrono::steady_clock::time_point expires;  ///< with the client's token or session
    std::shared_ptr<session_end> session{};         ///< with which it ends too; null for a token
};

/// Reads the parameters `topics`, names joined by commas and the parameter repeated at will. Each must be declared by a running
/// plugin (404) and allowed to the client (403); none at all, too many, or what is no topic's name is 400. The first topic at
/// fault decides.
std::variant<api_error, stream_request> read_stream_request(const name_value_list& query, const client_account& account,
                                                            std::chrono::steady_clock::time_point expires,
                                                            const plugin_set& plugins);

}  // namespace ccphost
