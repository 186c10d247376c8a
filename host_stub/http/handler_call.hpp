// SPDX-License-Identifier: BSL-1.0
/// @file One request on its way through a plugin's handler.
#pragma once

#include "answer.hpp"
#include "loader/generation_slot.hpp"
#include "plugin_response.hpp"
#include "request_target.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ccphost {

/// Everything a handler is told about a request, owned.
struct call_input {
    std::string organization;
    std::string principal;
    std::string correlation_id;
    std::string method;
    std::string path;
    name_value_list path_parameters;
    name_value_list query;
    name_value_list headers;  ///< names in lower case, without authorization and cookie
    std::string body;
    std::int64_t deadline_mono_ns = 0;
};

/// Calls the handler, keeps request and response alive until it is through, and answers exactly once: with the handler's
/// response, with its failure, or with 504 when the deadline passed first.
class handler_call final : public open_request {
public:
    using answered = std::function<void(answer)>;

    /// @param pinned keeps the plugin in place for as long as this call exists   @param handler of the pinned generation
    /// @param done called once, on any thread; must not throw
    handler_call(pin pinned, const registered_handler& handler, call_input input, answered done);

    /// Runs the handler. [worker thread]
    static void run(const std::shared_ptr<handler_call>& call);
    /// Answers with 504 unless it is answered already; the handler is told by `cancelled`. [any thread]
    void expire() noexcept;
    /// Tells the handler by `cancelled` that the client is gone; whatever it answers is still taken. [any thread]
    void abandon() noexcept { abandoned_ = true; }

    void finish(std::int32_t status) noexcept override;
    [[nodiscard]] bool cancelled() const noexcept override { return answered_ || abandoned_; }

private:
    void borrow_input();
    void answer_once(answer with) noexcept;

    pin pinned_;
    const registered_handler& handler_;
    call_input input_;
    answered done_;
    std::atomic<bool> answered_ = false;
    std::atomic<bool> abandoned_ = false;
    std::vector<ccp_pair> path_parameters_;
    std::vector<ccp_pair> query_;
    std::vector<ccp_pair> headers_;
    ccp_request_v1 request_{};
    plugin_response response_;
};

}  // namespace ccphost
