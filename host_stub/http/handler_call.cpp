// SPDX-License-Identifier: BSL-1.0
#include "handler_call.hpp"

#include "error_body.hpp"
#include "loader/c_text.hpp"
#include "loader/guarded_call.hpp"

#include <spdlog/spdlog.h>

namespace ccphost {
namespace {

std::vector<ccp_pair> borrowed(const name_value_list& list) {
    std::vector<ccp_pair> pairs;
    pairs.reserve(list.size());
    for (const auto& [name, value] : list) pairs.push_back({to_c(name), to_c(value)});
    return pairs;
}

}  // namespace

handler_call::handler_call(pin pinned, const registered_handler& handler, call_input input, answered done)
    : pinned_(std::move(pinned)), handler_(handler), input_(std::move(input)), done_(std::move(done)) {
    borrow_input();
}

void handler_call::borrow_input() {
    path_parameters_ = borrowed(input_.path_parameters);
    query_ = borrowed(input_.query);
    headers_ = borrowed(input_.headers);
    request_.header = header_of<ccp_request_v1>();
    request_.deadline_mono_ns = input_.deadline_mono_ns;
    request_.organization_id = to_c(input_.organization);
    request_.principal_id = to_c(input_.principal);
    request_.correlation_id = to_c(input_.correlation_id);
    request_.method = to_c(input_.method);
    request_.path = to_c(input_.path);
    request_.path_parameters = path_parameters_.data();
    request_.path_parameter_count = path_parameters_.size();
    request_.query = query_.data();
    request_.query_count = query_.size();
    request_.headers = headers_.data();
    request_.header_count = headers_.size();
    request_.body = to_c(input_.body);
}

void handler_call::run(const std::shared_ptr<handler_call>& call) {
    auto& requests = call->pinned_->services().requests();
    call->request_.token = requests.open(call);
    const auto token = call->request_.token;
    const auto& handler = call->handler_;
    const auto status = guarded_call(call->pinned_->services(),
                                     [&] { return handler.handle(handler.ctx, &call->request_, &call->response_.table()); });
    if (status == CCP_PENDING) return;
    if (requests.close(token) != nullptr) {
        call->finish(status);
    } else {
        spdlog::error("{}: {} completed a request and returned {} as well", call->pinned_->listed().id,
                      call->handler_.declaration.operation, status_text(status));
    }
}

void handler_call::finish(std::int32_t status) noexcept {
    try {
        const auto text = pinned_->services().take_error();
        if (status == CCP_OK) {
            pinned_->calls().succeeded();
            answer_once(response_.take(input_.correlation_id));
            return;
        }
        const auto why = handler_.declaration.operation + " failed: " + (text.empty() ? status_text(status) : text);
        pinned_->calls().failed(why);
        spdlog::error("{}: {} [{}]", pinned_->listed().id, why, input_.correlation_id);
        answer_once(to_answer(from_status(status), input_.correlation_id));
    } catch (const std::exception& error) {
        spdlog::error("{}: no answer could be made: {}", handler_.declaration.operation, error.what());
        answer_once(answer{500});
    }
}

void handler_call::expire() noexcept {
    try {
        answer_once(to_answer(errors::handler_timeout(), input_.correlation_id));
    } catch (const std::exception&) {
        answer_once(answer{504});
    }
}

void handler_call::answer_once(answer with) noexcept {
    if (!answered_.exchange(true)) std::exchange(done_, nullptr)(std::move(with));
}

}  // namespace ccphost
