// SPDX-License-Identifier: BSL-1.0
/// @file Signing in and out at the admin console.
#pragma once

#include "answer.hpp"
#include "auth/session_store.hpp"
#include "auth/sign_in_limit.hpp"
#include "error_body.hpp"
#include "request_message.hpp"
#include "session_cookie.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace ccphost {

/// GET, POST and DELETE of /admin-session, and the session that any request belongs to. Thread-safe after construction.
class admin_sessions {
public:
    /// @param known borrowed; outlives this object
    admin_sessions(const clients& known, std::chrono::seconds lifetime, cookie_transport over);

    /// The session of the request's cookie; nothing when there is none in force.
    [[nodiscard]] std::optional<session> find(const request_message& request) const;
    /// 200 with who is signed in and the CSRF token, or with null: that nobody is, is no fault of who asks.
    [[nodiscard]] answer show(const request_message& request) const;
    /// Signs in with {"clientId", "clientSecret"}: 200 with who is signed in, and the cookie. A session that the request had
    /// before is closed. Credentials are written nowhere. @param address the client's
    answer open(const request_message& request, const std::string& address, const std::string& correlation_id);
    /// Signs out: 200 whether or not there was a session. 403 without the CSRF token of one that there is.
    answer close(const request_message& request, const std::string& correlation_id);

private:
    void forget(const request_message& request);
    [[nodiscard]] answer describe(const session& of) const;

    const clients& clients_;
    std::chrono::seconds lifetime_;
    session_store store_;
    session_cookie cookie_;
    sign_in_limit limit_;
};

/// The refusal of a session's request whose header X-CCP-CSRF is missing or holds another token; or nothing. It protects reads
/// too: the page of one client is not answered with what is another's, who signed in with the same browser.
std::optional<api_error> csrf_fault(const request_message& request, const session& of);

}  // namespace ccphost
