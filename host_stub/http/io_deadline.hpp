// SPDX-License-Identifier: BSL-1.0
/// @file A deadline for the operations of one socket.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <memory>

namespace ccphost {

/// Cancels what a socket is doing when time is up. Unlike Beast's own timeouts it leaves the socket open, so that 408 can still
/// be sent. Used on the socket's executor alone, which has one thread.
class io_deadline {
public:
    /// @param socket borrowed; outlives this object
    explicit io_deadline(boost::asio::ip::tcp::socket& socket);
    io_deadline(const io_deadline&) = delete;
    io_deadline& operator=(const io_deadline&) = delete;
    ~io_deadline();

    /// Starts anew. @param span from now
    void arm(std::chrono::milliseconds span);
    /// Takes the deadline away.
    void disarm();
    /// Whether it passed since it was armed.
    [[nodiscard]] bool passed() const noexcept { return state_->passed; }

private:
    struct state {
        boost::asio::ip::tcp::socket* socket;
        std::uint64_t round = 0;
        bool passed = false;
    };
    std::shared_ptr<state> state_;  // shared with waits that are still queued
    boost::asio::steady_timer timer_;
};

}  // namespace ccphost
