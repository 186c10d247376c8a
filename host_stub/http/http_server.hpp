// SPDX-License-Identifier: BSL-1.0
/// @file The HTTP server: one I/O thread that accepts and serves connections.
#pragma once

#include "connection.hpp"
#include "loader/failure.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

namespace ccphost {

/// Accepts connections and runs each as a coroutine. One thread reads and writes; handlers run on the dispatcher's workers.
class http_server {
public:
    /// References are borrowed and outlive the server.
    http_server(dispatcher& to, const http_limits& limits, metrics& counters, event_hub& events);
    http_server(const http_server&) = delete;
    http_server& operator=(const http_server&) = delete;
    /// Stops without patience if stop() was not called.
    ~http_server();

    /// Binds and starts serving. @param port 0 for any free one @return the port
    result<std::uint16_t> listen(const std::string& address, std::uint16_t port);
    /// Takes no more connections, closes idle ones and event streams, lets the others finish what is under way until the
    /// deadline, then gives it up.
    /// @return whether all finished in time. [not on the I/O thread]
    bool stop(std::chrono::milliseconds deadline);

private:
    boost::asio::awaitable<void> accept();
    void admit(boost::asio::ip::tcp::socket socket);
    bool wait_empty(std::chrono::milliseconds deadline);
    void counted();

    dispatcher& dispatcher_;
    http_limits limits_;
    request_counters counters_;
    stream_services streams_;
    boost::asio::io_context context_{1};
    boost::asio::ip::tcp::acceptor acceptor_{context_};
    std::unordered_set<connection*> connections_;  // used on the I/O thread
    std::size_t turned_away_ = 0;
    std::mutex mutex_;
    std::condition_variable emptied_;
    std::size_t open_ = 0;  // size of connections_ for other threads
    std::thread thread_;
};

}  // namespace ccphost
