// SPDX-License-Identifier: BSL-1.0
/// @file Who sent a request.
#pragma once

#include "admin_sessions.hpp"
#include "auth/token_store.hpp"
#include "error_body.hpp"
#include "request_message.hpp"

#include <chrono>
#include <memory>
#include <variant>

namespace ccphost {

/// A client that proved who it is, and how long that holds.
struct authenticated {
    std::shared_ptr<const client_account> account;
    std::chrono::steady_clock::time_point expires;
    std::shared_ptr<session_end> end;  ///< of the session; null for a token
};

/// By a bearer token, or else by the cookie of a session, of which more is demanded: it must not come from another origin, and
/// csrf_fault() must find nothing. @param sessions null where there is no admin console
std::variant<api_error, authenticated> authenticate(const request_message& head, const token_store& tokens,
                                                    const admin_sessions* sessions);

}  // namespace ccphost
