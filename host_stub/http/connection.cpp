// SPDX-License-Identifier: BSL-1.0
#include "connection.hpp"

#include "client_address.hpp"
#include "correlation_id.hpp"
#include "response_message.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <array>
#include <limits>

namespace ccphost {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds linger_time{1};
constexpr std::string_view proceed = "HTTP/1.1 100 Continue\r\n\r\n";

bool expects_proceed(const request_message& head) {
    const auto field = head.find(http::field::expect);
    return head.version() >= 11 && field != head.end() &&
           boost::algorithm::iequals(std::string_view(field->value().data(), field->value().size()), "100-continue");
}

bool is_protocol_error(boost::system::error_code error) {
    return error.category() == make_error_code(http::error::bad_target).category() && error != http::error::end_of_stream &&
           error != http::error::partial_message;
}

}  // namespace

// Where the coroutine of a connection waits for a worker's answer.
struct connection::waiting {
    explicit waiting(const asio::any_io_executor& executor) : timer(executor) {}
    asio::steady_timer timer;
    std::optional<answer> got;
};

connection::connection(asio::ip::tcp::socket socket, dispatcher& to, const http_limits& limits, request_counters& counters,
                       stream_services& streams)
    : socket_(std::move(socket)),
      dispatcher_(to),
      limits_(limits),
      counters_(counters),
      streams_(streams),
      deadline_(socket_) {}

void connection::finish() {
    finishing_ = true;
    if (stream_ != nullptr) stream_->stop();
    if (!idle_) return;
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void connection::abort() {
    finish();
    if (call_ != nullptr) call_->expire();
    deadline_.arm(linger_time);
}

asio::awaitable<void> connection::run() {
    bool keep = true;
    while (keep && !finishing_) {  // GCC 12 evaluates a co_await behind && whatever stands before it
        keep = co_await wait_for_request();
        if (keep) keep = co_await serve_one();
    }
    if (lingering_) co_await linger();
    deadline_.disarm();
}

asio::awaitable<void> connection::turn_away() {
    exchange refused{new_correlation_id()};
    auto what = to_answer(errors::unavailable(), refused.correlation_id);
    deadline_.arm(linger_time);
    co_await send(std::move(what), refused);
    co_await linger();
    deadline_.disarm();
}

// The idle limit ends with a request's first byte; from there on the request limit counts.
asio::awaitable<bool> connection::wait_for_request() {
    if (buffer_.size() != 0) co_return true;
    idle_ = true;
    deadline_.arm(limits_.idle);
    const auto [error, count] = co_await input_.async_read_some(buffer_.prepare(4096), use_tuple);
    idle_ = false;
    buffer_.commit(count);
    co_return !error;
}

asio::awaitable<bool> connection::serve_one() {
    exchange current{new_correlation_id()};
    parser reading;
    reading.header_limit(limits_.header_bytes);
    reading.body_limit(boost::none);  // 401, 404 and 403 come before 413
    deadline_.arm(limits_.request);
    const auto [error, count] = co_await http::async_read_header(input_, buffer_, reading, use_tuple);
    if (error) co_return co_await refuse_unread(error, current);

    const auto& head = reading.get();
    current.version = head.version();
    current.head_only = head.method() == http::verb::head;
    auto decision = dispatcher_.admit(head);
    if (auto* admitted = std::get_if<admission>(&decision)) {
        co_return co_await serve_admitted(reading, std::move(*admitted), current);
    }
    auto* refused = std::get_if<refusal>(&decision);
    if (refused != nullptr) current.headers = refused->answer_headers;
    auto what = refused != nullptr ? to_answer(refused->why, current.correlation_id) : std::move(std::get<answer>(decision));
    const bool client_keeps = head.keep_alive();
    const bool unsent = expects_proceed(head) && !reading.is_done();
    const bool too_large = reading.content_length().value_or(0) > limits_.body_bytes;
    if (!unsent && !too_large) {  // the unread body stands between this request and the next
        if (!co_await read_body(reading, current)) co_return false;
        current.keep_alive = client_keeps;
    }
    co_return co_await send(std::move(what), current);
}

asio::awaitable<bool> connection::serve_admitted(parser& reading, admission admitted, exchange& of) {
    const auto& head = reading.get();
    const bool client_keeps = head.keep_alive();
    of.headers = admitted.answer_headers;
    if (reading.content_length().value_or(0) > limits_.body_bytes) {
        co_return co_await send(to_answer(errors::body_too_large(limits_.body_bytes), of.correlation_id), of);
    }
    if (expects_proceed(head) && !reading.is_done()) {
        const auto [unsent, sent] = co_await asio::async_write(socket_, asio::buffer(proceed), use_tuple);
        if (unsent) co_return false;
    }
    if (!co_await read_body(reading, of)) co_return false;
    if (admitted.stream) co_return co_await stream(std::move(*admitted.stream), of);
    of.keep_alive = client_keeps;
    admitted.address = client_address(socket_);
    auto what = co_await wait_for_answer(std::move(admitted), reading.release(), of);
    co_return co_await send(std::move(what), of);
}

asio::awaitable<bool> connection::stream(stream_request wanted, exchange& of) {
    if (finishing_) co_return co_await send(to_answer(errors::unavailable(), of.correlation_id), of);
    if (input_.ended()) co_return false;  // for a stream, that is the client's leaving
    event_stream::head head{http::status::ok, of.version};
    head.set(http::field::content_type, "text/event-stream");
    set_host_headers(head, of.correlation_id, of.headers);
    head.keep_alive(false);
    counters_.answered(head.result_int(), std::chrono::steady_clock::now() - of.begun);
    stream_ = std::make_shared<event_stream>(socket_, deadline_, limits_, streams_);
    lingering_ = co_await stream_->run(std::move(wanted), std::move(head));
    stream_.reset();
    co_return false;
}

asio::awaitable<bool> connection::read_body(parser& from, exchange& of) {
    from.body_limit(limits_.body_bytes);
    if (deadline_.passed()) co_return co_await refuse_unread(asio::error::operation_aborted, of);
    const auto [error, count] = co_await http::async_read(input_, buffer_, from, use_tuple);
    if (!error) {
        deadline_.disarm();
        co_return true;
    }
    co_await refuse_unread(error, of);
    co_return false;
}

asio::awaitable<answer> connection::wait_for_answer(admission admitted, request_message request, const exchange& of) {
    using namespace asio::experimental::awaitable_operators;
    const auto executor = socket_.get_executor();
    auto state = std::make_shared<waiting>(executor);
    const auto done = [state, executor](answer what) {
        asio::post(executor, [state, what = std::move(what)]() mutable {
            state->got = std::move(what);
            state->timer.expires_at(std::chrono::steady_clock::time_point::min());  // a wait that begins later ends too
        });
    };
    state->timer.expires_after(limits_.request);
    call_ = dispatcher_.serve(std::move(admitted), std::move(request), of.correlation_id, done);
    const auto first = co_await (state->timer.async_wait(use_tuple) || until_client_leaves());
    if (first.index() == 1 && !state->got) {
        if (call_ != nullptr) call_->abandon();
        co_await state->timer.async_wait(use_tuple);
    }
    if (!state->got && call_ != nullptr) {
        call_->expire();  // either this or the handler has answered now; the answer is on its way here
        state->timer.expires_at(std::chrono::steady_clock::time_point::max());
        co_await state->timer.async_wait(use_tuple);
    }
    call_.reset();
    co_return state->got ? std::move(*state->got) : to_answer(errors::handler_timeout(), of.correlation_id);
}

// Reads ahead, so that a client's leaving is noticed; what comes meanwhile is the next request's.
asio::awaitable<void> connection::until_client_leaves() {
    while (buffer_.size() < limits_.header_bytes) {
        const auto [error, count] = co_await input_.async_read_some(buffer_.prepare(4096), use_tuple);
        buffer_.commit(count);
        if (error) co_return;
    }
    asio::steady_timer never(socket_.get_executor(), std::chrono::steady_clock::time_point::max());
    co_await never.async_wait(use_tuple);
}

// What could not be read as a request is answered if there is somebody to answer, and ends the connection.
asio::awaitable<bool> connection::refuse_unread(boost::system::error_code error, exchange& of) {
    of.keep_alive = false;
    if (error == http::error::header_limit) {
        co_return co_await send(to_answer(errors::headers_too_large(limits_.header_bytes), of.correlation_id), of);
    }
    if (error == http::error::body_limit) {
        co_return co_await send(to_answer(errors::body_too_large(limits_.body_bytes), of.correlation_id), of);
    }
    if (deadline_.passed()) co_return co_await send(to_answer(errors::request_timeout(), of.correlation_id), of);
    if (is_protocol_error(error)) {
        co_return co_await send(to_answer(errors::bad_request("The request is not valid HTTP/1.1."), of.correlation_id), of);
    }
    co_return false;
}

asio::awaitable<bool> connection::send(answer what, exchange& of) {
    const bool keep = of.keep_alive && !finishing_;
    counters_.answered(what.status, std::chrono::steady_clock::now() - of.begun);
    const auto kept = what.lasting ? caching::for_ever : caching::none;
    auto message = to_message(std::move(what), of.version, of.head_only);
    set_host_headers(message, of.correlation_id, of.headers, kept);
    message.keep_alive(keep);
    deadline_.arm(limits_.request);
    const auto [error, count] = co_await http::async_write(socket_, message, use_tuple);
    if (error) co_return false;
    lingering_ = !keep;
    co_return keep;
}

// Closing a socket with unread input resets it, and the client may then never see the answer.
asio::awaitable<void> connection::linger() {
    boost::system::error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    deadline_.arm(linger_time);
    std::array<char, 4096> discarded{};
    for (;;) {
        const auto [error, count] = co_await input_.async_read_some(asio::buffer(discarded), use_tuple);
        if (error || deadline_.passed()) co_return;
    }
}

}  // namespace ccphost
