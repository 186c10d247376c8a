// SPDX-License-Identifier: BSL-1.0
/// @file The cookie that a browser keeps a session's id in.
#pragma once

#include "request_message.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ccphost {

/// How far the cookie may travel.
enum class cookie_transport {
    any,
    tls_only  ///< browsers send it over TLS alone
};

/// Its name and attributes: out of reach of scripts, and never sent along from other sites.
class session_cookie {
public:
    explicit session_cookie(cookie_transport over);

    /// The id that a request brings; nothing when it brings none, or more than one.
    [[nodiscard]] std::optional<std::string_view> find(const request_message& head) const;
    /// The value of Set-Cookie that has the browser keep an id.
    [[nodiscard]] std::string keep(const std::string& id, std::chrono::seconds lifetime) const;
    /// The value of Set-Cookie that has it forget.
    [[nodiscard]] std::string forget() const;

private:
    std::string name_;
    std::string attributes_;
};

}  // namespace ccphost
