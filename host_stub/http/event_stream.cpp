// SPDX-License-Identifier: BSL-1.0
#include "event_stream.hpp"

#include "event_text.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <array>

namespace ccphost {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using clock = std::chrono::steady_clock;

constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds hurried_time{1};  // for what is left to say once the end is decided

}  // namespace

event_stream::event_stream(asio::ip::tcp::socket& socket, io_deadline& deadline, const http_limits& limits,
                           stream_services& services)
    : socket_(socket), deadline_(deadline), limits_(limits), services_(services), alarm_(socket.get_executor()) {
    services_.counters.opened();
}

event_stream::~event_stream() {
    services_.counters.closed();
    if (subscription_ != nullptr && subscription_->overflowed()) services_.counters.overflowed();
}

asio::awaitable<bool> event_stream::run(stream_request wanted, head first) {
    using namespace asio::experimental::awaitable_operators;
    expires_ = wanted.expires;
    const auto woken = [weak = weak_from_this(), executor = socket_.get_executor()] {
        asio::post(executor, [weak] {
            if (const auto self = weak.lock()) self->wake();
        });
    };
    subscription_ =
        services_.hub.subscribe(std::move(wanted.organization), std::move(wanted.topics), limits_.stream_events, woken);
    const bool begun = co_await write_head(std::move(first));
    if (begun) co_await (until_client_leaves() || write_events());
    co_return ended_;
}

void event_stream::stop() {
    stopping_ = true;
    hurry();
    alarm_.cancel();
}

void event_stream::wake() {
    if (subscription_->overflowed()) hurry();
    alarm_.cancel();
}

void event_stream::hurry() {
    hurried_ = true;
    arm_deadline();
}

void event_stream::arm_deadline() {
    deadline_.arm(hurried_ ? hurried_time : limits_.request);
}

bool event_stream::over() const {
    return stopping_ || overflow_told_ || clock::now() >= expires_;
}

asio::awaitable<bool> event_stream::write_head(head first) {
    chunked_ = first.version() >= 11;
    first.chunked(chunked_);
    http::response_serializer<http::empty_body> serializer(first);
    arm_deadline();
    const auto [error, count] = co_await http::async_write_header(socket_, serializer, use_tuple);
    co_return !error;
}

asio::awaitable<void> event_stream::write_events() {
    std::string text(event_stream_text::opening);
    bool written = co_await write(text);
    while (written && !over()) {
        text = co_await next_text();
        if (!text.empty()) written = co_await write(text);
    }
    if (written) co_await write_end();
}

// Empty when the stream is over.
asio::awaitable<std::string> event_stream::next_text() {
    const auto heartbeat = clock::now() + limits_.heartbeat;
    while (!over()) {
        const auto batch = subscription_->take();
        if (!batch.events.empty() || batch.overflowed) co_return text_of(batch);
        if (clock::now() >= heartbeat) co_return std::string(event_stream_text::heartbeat);
        alarm_.expires_at(std::min(heartbeat, expires_));
        co_await alarm_.async_wait(use_tuple);
    }
    co_return std::string();
}

std::string event_stream::text_of(const event_subscription::batch& batch) {
    std::string text;
    for (const auto& each : batch.events) text += event_text(*each, ++last_id_);
    services_.counters.sent(batch.events.size());
    if (batch.overflowed) text += event_stream_text::overflow;
    overflow_told_ = batch.overflowed;
    return text;
}

asio::awaitable<bool> event_stream::write(std::string_view text) {
    const asio::const_buffer bytes(text.data(), text.size());
    arm_deadline();
    boost::system::error_code failed;
    if (chunked_) {
        std::tie(failed, std::ignore) = co_await asio::async_write(socket_, http::make_chunk(bytes), use_tuple);
    } else {
        std::tie(failed, std::ignore) = co_await asio::async_write(socket_, bytes, use_tuple);
    }
    deadline_.disarm();
    co_return !failed;
}

asio::awaitable<void> event_stream::write_end() {
    hurry();
    if (chunked_) {
        const auto [error, count] = co_await asio::async_write(socket_, http::make_chunk_last(), use_tuple);
        if (error) co_return;
    }
    ended_ = true;
}

// A client has nothing to say any more; what it sends is discarded.
asio::awaitable<void> event_stream::until_client_leaves() {
    std::array<char, 512> discarded{};
    for (;;) {
        const auto [error, count] = co_await socket_.async_read_some(asio::buffer(discarded), use_tuple);
        if (error) co_return;
    }
}

}  // namespace ccphost
