// SPDX-License-Identifier: BSL-1.0
/// @file A browser's part in a session of the admin console.
#pragma once

#include "fixture_host.hpp"

#include <string>
#include <vector>

namespace ccphost::test {

/// A serving host with a connection to it.
struct admin_host {
    admin_host() = default;
    explicit admin_host(const boost::json::object& changes) : host(changes) {}

    /// POST /admin-session as the shell sends it. @param headers besides
    response sign_in(const std::string& id, const std::string& secret = "secret", std::vector<std::string> headers = {});

    fixture_host host;
    http_client client{host.port()};
};

/// What a browser keeps after signing in.
struct signed_in {
    explicit signed_in(const response& from);

    std::string cookie;  ///< a Cookie header line
    std::string csrf;    ///< an X-CCP-CSRF header line
    /// Both, as a page of the session sends them.
    [[nodiscard]] std::vector<std::string> headers() const { return {cookie, csrf}; }
};

}  // namespace ccphost::test
