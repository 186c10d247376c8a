// SPDX-License-Identifier: BSL-1.0
/// @file One client connection: its requests one after the other, in order.
#pragma once

#include "client_input.hpp"
#include "dispatcher.hpp"
#include "event_stream.hpp"
#include "io_deadline.hpp"
#include "request_counters.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace ccphost {

/// Reads, serves and answers until the client leaves, breaks the rules, or the server stops. Lives on the server's I/O thread.
class connection {
public:
    /// References are borrowed and outlive the connection.
    connection(boost::asio::ip::tcp::socket socket, dispatcher& to, const http_limits& limits, request_counters& counters,
               stream_services& streams);
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    /// The connection's whole life; destroys nothing itself.
    boost::asio::awaitable<void> run();
    /// Answers one request with 503 and closes: for connections over the limit.
    boost::asio::awaitable<void> turn_away();

    /// Close now if idle, end an event stream, else close after the request under way. [I/O thread]
    void finish();
    /// Give up the request under way and close. [I/O thread]
    void abort();

private:
    using parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    struct exchange {  // one request and its answer
        std::string correlation_id;
        std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
        unsigned version = 11;
        bool head_only = false;
        bool keep_alive = false;
        name_value_list headers{};
    };
    struct waiting;

    boost::asio::awaitable<bool> wait_for_request();
    boost::asio::awaitable<bool> serve_one();
    boost::asio::awaitable<bool> serve_admitted(parser& reading, admission admitted, exchange& of);
    boost::asio::awaitable<bool> stream(stream_request wanted, exchange& of);
    boost::asio::awaitable<void> until_client_leaves();
    boost::asio::awaitable<bool> read_body(parser& from, exchange& of);
    boost::asio::awaitable<answer> wait_for_answer(admission admitted, request_message request, const exchange& of);
    boost::asio::awaitable<bool> refuse_unread(boost::system::error_code error, exchange& of);
    boost::asio::awaitable<bool> send(answer what, exchange& of);
    boost::asio::awaitable<void> linger();

    boost::asio::ip::tcp::socket socket_;
    client_input input_{socket_};
    dispatcher& dispatcher_;
    const http_limits& limits_;
    request_counters& counters_;
    stream_services& streams_;
    io_deadline deadline_;
    boost::beast::flat_buffer buffer_;
    std::shared_ptr<handler_call> call_;
    std::shared_ptr<event_stream> stream_;
    bool idle_ = false;
    bool finishing_ = false;
    bool lingering_ = false;
};

}  // namespace ccphost
