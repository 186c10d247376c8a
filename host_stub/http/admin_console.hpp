// SPDX-License-Identifier: BSL-1.0
/// @file The admin console as HTTP: the shell's page, files, session and menu.
#pragma once

#include "admin_assets.hpp"
#include "admin_sessions.hpp"
#include "answer.hpp"
#include "loader/plugin_set.hpp"
#include "request_message.hpp"
#include "request_target.hpp"

#include <string>

namespace ccphost {

/// Answers what begins with /admin. Everything it answers carries headers that keep browsers from doing more with it than the
/// console needs. Thread-safe after construction.
class admin_console {
public:
    /// Borrowed; must outlive the console.
    admin_console(const plugin_set& plugins, const clients& known, std::chrono::seconds session_lifetime,
                  cookie_transport over);

    /// Whether the console answers for this path, a request's target without query.
    [[nodiscard]] static bool owns(const request_target& target);
    /// @param address the client's
    answer serve(const request_message& request, const request_target& target, const std::string& address,
                 const std::string& correlation_id);
    [[nodiscard]] const admin_sessions& sessions() const noexcept { return sessions_; }

private:
    answer route(const request_message& request, const request_target& target, const std::string& address,
                 const std::string& correlation_id);
    answer session(const request_message& request, const std::string& address, const std::string& correlation_id);
    [[nodiscard]] answer menu(const request_message& request, const std::string& correlation_id) const;
    [[nodiscard]] answer asset(const request_message& request, const request_target& target,
                               const std::string& correlation_id) const;

    const plugin_set& plugins_;
    shell_assets shell_;
    admin_sessions sessions_;
};

}  // namespace ccphost
