// SPDX-License-Identifier: BSL-1.0
/// @file What a client sends, with its end kept in mind.
#pragma once

#include <boost/asio/compose.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>

#include <cstddef>
#include <utility>

namespace ccphost {

/// The reading side of a socket. Asio reports a client's end of input to one read only, and a later one would wait for ever;
/// here it is reported to every read. Models Asio's AsyncReadStream. One read at a time, on the socket's executor.
class client_input {
public:
    using executor_type = boost::asio::ip::tcp::socket::executor_type;

    /// @param socket borrowed; outlives this object
    explicit client_input(boost::asio::ip::tcp::socket& socket) noexcept : socket_(socket) {}
    client_input(const client_input&) = delete;
    client_input& operator=(const client_input&) = delete;

    [[nodiscard]] executor_type get_executor() noexcept { return socket_.get_executor(); }
    /// Whether a read failed or found the end, so that nothing more will come. A cancelled read does not count.
    [[nodiscard]] bool ended() const noexcept { return ended_; }

    /// As the socket's own; error::eof when the input has ended.
    template <class Buffers, class Token>
    auto async_read_some(const Buffers& into, Token&& token) {
        using boost::system::error_code;
        return boost::asio::async_compose<Token, void(error_code, std::size_t)>(
            [this, into, begun = false](auto& self, error_code error = {}, std::size_t count = 0) mutable {
                if (std::exchange(begun, true)) {
                    ended_ = ended_ || (error && error != boost::asio::error::operation_aborted);
                    self.complete(error, count);
                } else if (ended_) {
                    const error_code end = boost::asio::error::eof;
                    boost::asio::post(get_executor(), boost::beast::bind_front_handler(std::move(self), end, std::size_t{0}));
                } else {
                    socket_.async_read_some(into, std::move(self));
                }
            },
            token, socket_);
    }

private:
    boost::asio::ip::tcp::socket& socket_;
    bool ended_ = false;
};

}  // namespace ccphost
