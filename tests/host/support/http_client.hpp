// SPDX-License-Identifier: BSL-1.0
/// @file A client that sends what it is told to, byte by byte.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ccphost::test {

using response = boost::beast::http::response<boost::beast::http::string_body>;

/// One connection. Throws boost::system::system_error when the server closes it unexpectedly.
class http_client {
public:
    explicit http_client(std::uint16_t port);

    void send(const std::string& bytes);
    /// Says that nothing more will be sent; responses can still be read.
    void finish_sending();
    /// The next response. @param to_head whether it answers HEAD
    response read(bool to_head = false);
    /// Whether the server closed the connection and sent nothing more.
    bool at_end();
    /// Sends a whole request and reads the response.
    response request(const std::string& method, const std::string& target, const std::vector<std::string>& headers = {},
                     const std::string& body = {});

private:
    boost::asio::io_context context_;
    boost::asio::ip::tcp::socket socket_{context_};
    boost::beast::flat_buffer buffer_;
};

/// The text of a request, with Host, and Content-Length if there is a body.
std::string request_text(const std::string& method, const std::string& target, const std::vector<std::string>& headers = {},
                         const std::string& body = {});

/// The JSON of a body. @throw when it is none
boost::json::value json_of(const response& from);
/// The "code" of an error body.
std::string code_of(const response& from);

}  // namespace ccphost::test
