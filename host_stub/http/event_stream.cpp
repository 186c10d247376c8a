// SPDX-License-Identifier: BSL-1.0
#include "event_stream.hpp"

#include "event_text.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffer_traits.hpp>
#include <boost/beast/core/buffers_suffix.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

namespace ccphost {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using clock = std::chrono::steady_clock;

constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds hurried_time{1};              // for what is left to say once the end is decided
constexpr std::size_t piece_bytes = std::size_t{64} * 1024;  // beyond it, what is to be written goes out

}  // namespace

event_stream::event_stream(asio::ip::tcp::socket& socket, io_deadline& deadline, const http_limits& limits,
                           stream_services& services)
    : socket_(socket), deadline_(deadline), limits_(limits), services_(services), alarm_(socket.get_executor()) {
    services_.counters.opened();
}

event_stream::~event_stream() {
    services_.counters.closed();
    if (stalled_) services_.counters.stalled();
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
    const auto session_over = [weak = weak_from_this(), executor = socket_.get_executor()] {
        asio::post(executor, [weak] {
            if (const auto self = weak.lock()) self->stop();
        });
    };
    session_end::listener ending;
    if (wanted.session != nullptr) ending = wanted.session->listen(session_over);
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
    if (!last_moment_) last_moment_ = clock::now() + hurried_time;
    arm_deadline();
}

void event_stream::arm_deadline() {
    const auto now = clock::now();
    const auto until = last_moment_.value_or(std::min(now + limits_.request, expires_ + hurried_time));
    deadline_.arm(std::chrono::ceil<std::chrono::milliseconds>(std::max(until - now, clock::duration::zero())));
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
    bool written = co_await write(event_stream_text::opening);
    while (written && !over()) {
        auto batch = co_await next_batch();
        if (!over()) written = co_await write_batch(std::move(batch));
    }
    if (written) co_await write_end();
}

// Empty when it is time for a heartbeat, or when the stream is over.
asio::awaitable<event_subscription::batch> event_stream::next_batch() {
    const auto heartbeat = clock::now() + limits_.heartbeat;
    while (!over() && clock::now() < heartbeat) {
        auto batch = subscription_->take();
        if (!batch.events.empty() || batch.overflowed) co_return batch;
        alarm_.expires_at(std::min(heartbeat, expires_));
        co_await alarm_.async_wait(use_tuple);
    }
    co_return event_subscription::batch{};
}

asio::awaitable<bool> event_stream::write_batch(event_subscription::batch batch) {
    std::string piece;
    std::size_t events = 0;
    for (const auto& each : batch.events) {
        piece += event_text(*each, ++last_id_);
        ++events;
        if (piece.size() < piece_bytes) continue;
        const bool written = co_await write(piece);
        if (!written) co_return false;
        services_.counters.sent(std::exchange(events, 0));
        piece.clear();
    }
    if (batch.overflowed) piece += event_stream_text::overflow;
    if (batch.events.empty() && !batch.overflowed) piece = event_stream_text::heartbeat;
    overflow_told_ = batch.overflowed;
    services_.counters.sent(events);
    co_return co_await write(piece);
}

asio::awaitable<bool> event_stream::write(std::string_view text) {
    if (text.empty()) co_return true;  // a chunk of no bytes would be the last one
    const asio::const_buffer bytes(text.data(), text.size());
    if (chunked_) co_return co_await write_buffers(http::make_chunk(bytes));
    co_return co_await write_buffers(bytes);
}

// A client that takes a little at a time may go on as long as the stream does.
template <class Buffers>
asio::awaitable<bool> event_stream::write_buffers(Buffers buffers) {
    boost::beast::buffers_suffix<Buffers> left(std::move(buffers));
    boost::system::error_code failed;
    while (!failed && boost::beast::buffer_bytes(left) != 0) {
        arm_deadline();
        std::size_t taken = 0;
        std::tie(failed, taken) = co_await socket_.async_write_some(left, use_tuple);
        left.consume(taken);
    }
    stalled_ = failed && deadline_.passed() && !last_moment_ && clock::now() < expires_;
    deadline_.disarm();
    co_return !failed;
}

asio::awaitable<void> event_stream::write_end() {
    hurry();
    if (chunked_) {
        const bool written = co_await write_buffers(http::make_chunk_last());
        if (!written) co_return;
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
