// SPDX-License-Identifier: BSL-1.0
/// @file The operator's socket.
#pragma once

#include "command_table.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/thread_pool.hpp>

#include <filesystem>
#include <future>
#include <memory>
#include <thread>
#include <unordered_set>

namespace ccphost {

/// Listens on a Unix socket of mode 0600 and answers requests line by line. At most 16 connections at a time, and no line
/// longer than longest_request.
class control_server {
public:
    /// Binds and starts. A socket file that nobody listens on is replaced; a live one is refused, as is any other kind of file.
    /// A missing parent directory is made with mode 0700. @param commands borrowed; outlives the server
    static result<std::unique_ptr<control_server>> start(const std::filesystem::path& socket, const command_table& commands);

    control_server(const control_server&) = delete;
    control_server& operator=(const control_server&) = delete;
    /// Stops, lets a command under way answer, and removes the socket file.
    ~control_server();

private:
    using protocol = boost::asio::local::stream_protocol;

    control_server(std::filesystem::path socket, const command_table& commands);

    result<void> bind();
    void run();
    void end();
    boost::asio::awaitable<void> accept();
    boost::asio::awaitable<void> converse(protocol::socket socket);
    static boost::asio::awaitable<void> discard_rest(protocol::socket& socket);

    std::filesystem::path path_;
    const command_table& commands_;
    boost::asio::io_context context_{1};
    protocol::acceptor acceptor_{context_};
    boost::asio::thread_pool workers_;            // as many as connections, so that no command waits for a task to end
    std::unordered_set<protocol::socket*> idle_;  // without a request; this and the next two are used on the I/O thread
    std::size_t open_ = 0;
    bool ending_ = false;
    bool bound_ = false;
    std::promise<void> ran_;
    std::thread thread_;
};

}  // namespace ccphost
