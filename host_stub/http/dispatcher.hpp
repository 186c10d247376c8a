// SPDX-License-Identifier: BSL-1.0
/// @file What becomes of a request: who may send it, where it goes, and who answers it.
#pragma once

#include "admin_console.hpp"
#include "answer.hpp"
#include "auth/rate_limiter.hpp"
#include "auth/token_store.hpp"
#include "authentication.hpp"
#include "handler_call.hpp"
#include "limits.hpp"
#include "loader/plugin_set.hpp"
#include "request_message.hpp"
#include "stream_request.hpp"
#include "token_endpoint.hpp"

#include <boost/asio/thread_pool.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace ccphost {

/// A request that got past the checks of its header.
struct admission {
    enum class endpoint { token, health, admin, stream, handler };
    endpoint to = endpoint::handler;
    std::shared_ptr<const client_account> account{};  ///< set for handler
    request_target target{};                          ///< set for handler and admin
    std::string address{};                            ///< the client's; set by the connection
    std::optional<stream_request> stream{};           ///< set for stream, which the connection serves itself
    name_value_list answer_headers{};                 ///< to be added to whatever the answer is
};

/// A request that did not; `answer_headers` as above.
struct refusal {
    api_error why;
    name_value_list answer_headers{};
};

/// Checks in this order: authentication, rate, path and method, permission, body's type. Thread-safe after construction.
class dispatcher {
public:
    /// All borrowed; must outlive the dispatcher and every request under way. @param rate null for no rate limit
    /// @param console null for none
    dispatcher(const plugin_set& plugins, const clients& known, token_store& tokens, rate_limiter* rate,
               const http_limits& limits, admin_console* console = nullptr);

    /// Decides by the header alone. An answer is given for what needs no handler, such as OPTIONS. Holds no plugin in place: a
    /// body may be long in coming.
    std::variant<refusal, answer, admission> admit(const request_message& head) const;

    /// Serves an admitted request with the plugin that serves now, which may be another than it was admitted by. @param done
    /// called once, on any thread @return the call to expire, null when it cannot
    std::shared_ptr<handler_call> serve(admission admitted, request_message&& request, const std::string& correlation_id,
                                        std::function<void(answer)> done);

    /// Waits until no worker is busy; no call of serve may come any more.
    void join();

private:
    // The handler for a request, pinned; or what stands in its place.
    struct destination {
        pin pinned;
        const registered_handler& handler;
        name_value_list path_parameters;
    };
    std::variant<refusal, answer, destination> route(const request_message& head, const client_account& account,
                                                     const request_target& target) const;
    std::variant<refusal, answer, admission> admit_handler(const request_message& head,
                                                           std::shared_ptr<const client_account> account,
                                                           request_target target) const;
    std::shared_ptr<handler_call> call_handler(admission admitted, request_message&& request, const std::string& correlation_id,
                                               std::function<void(answer)> done);
    // For what needs no authentication here; nothing for the rest.
    std::optional<std::variant<refusal, answer, admission>> admit_open(const request_message& head,
                                                                       const request_target& target) const;
    std::variant<refusal, answer, admission> admit_stream(const request_message& head, const authenticated& who,
                                                          const request_target& target) const;
    answer report_health() const;

    const plugin_set& plugins_;
    const token_store& tokens_;
    token_endpoint token_endpoint_;
    rate_limiter* rate_;
    http_limits limits_;
    admin_console* console_;
    boost::asio::thread_pool workers_;
};

}  // namespace ccphost
