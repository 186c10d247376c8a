// SPDX-License-Identifier: BSL-1.0
/// @file One response that goes on: events as they happen.
#pragma once

#include "io_deadline.hpp"
#include "limits.hpp"
#include "loader/event_hub.hpp"
#include "stream_counters.hpp"
#include "stream_request.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace ccphost {

/// What the streams of a server share. Borrowed; outlives them.
struct stream_services {
    event_hub& hub;
    stream_counters counters;
};

/// Writes what its subscription receives, and heartbeats between. Ends when the client leaves or takes nothing of what is
/// written for http_limits::request, when too many events wait, when the client's token or session ends, or when it is stopped.
/// From then on there is a second for what is left to say. Lives on the server's I/O thread.
class event_stream : public std::enable_shared_from_this<event_stream> {
public:
    using head = boost::beast::http::response<boost::beast::http::empty_body>;

    /// All borrowed; must outlive the stream.
    event_stream(boost::asio::ip::tcp::socket& socket, io_deadline& deadline, const http_limits& limits,
                 stream_services& services);
    event_stream(const event_stream&) = delete;
    event_stream& operator=(const event_stream&) = delete;
    ~event_stream();

    /// The stream's whole life: subscribes, then sends the head and everything else. @param first its transfer encoding is set
    /// here @return whether it ended with the last word sent, so that the client may still be reading
    boost::asio::awaitable<bool> run(stream_request wanted, head first);
    /// Ends the stream with little patience for a client that does not read.
    void stop();

private:
    boost::asio::awaitable<bool> write_head(head first);
    boost::asio::awaitable<void> write_events();
    boost::asio::awaitable<event_subscription::batch> next_batch();
    boost::asio::awaitable<bool> write_batch(event_subscription::batch batch);
    boost::asio::awaitable<bool> write(std::string_view text);
    template <class Buffers>
    boost::asio::awaitable<bool> write_buffers(Buffers buffers);
    boost::asio::awaitable<void> write_end();
    boost::asio::awaitable<void> until_client_leaves();
    [[nodiscard]] bool over() const;
    void arm_deadline();
    void wake();
    void hurry();

    boost::asio::ip::tcp::socket& socket_;
    io_deadline& deadline_;
    const http_limits& limits_;
    stream_services& services_;
    boost::asio::steady_timer alarm_;
    event_hub::membership subscription_;
    std::chrono::steady_clock::time_point expires_;
    std::uint64_t last_id_ = 0;
    bool chunked_ = true;
    bool overflow_told_ = false;
    bool stopping_ = false;
    bool stalled_ = false;
    bool ended_ = false;
    std::optional<std::chrono::steady_clock::time_point> last_moment_;  // once the end is decided
};

}  // namespace ccphost
