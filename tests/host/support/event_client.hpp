// SPDX-License-Identifier: BSL-1.0
/// @file A subscriber of an event stream.
#pragma once

#include "http_client.hpp"

#include <boost/beast/http/parser.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace ccphost::test {

/// One open stream. Throws boost::system::system_error when the server ends it unexpectedly.
class event_client {
public:
    /// Asks for the stream and reads the head of the response and the comment that opens it.
    /// @param topics the query's text, such as "topics=a,b"
    event_client(std::uint16_t port, const std::string& topics, const std::vector<std::string>& headers);
    event_client(std::uint16_t port, const std::string& topics, const std::string& authorization)
        : event_client(port, topics, std::vector{authorization}) {}

    /// Status and headers.
    [[nodiscard]] const response& head() const { return parser_.get(); }
    /// Reads on until `end` comes, and gives out the text up to and with it that was not given out before.
    std::string read_until(const std::string& end);
    /// Everything up to the stream's end.
    std::string read_rest();
    /// Leaves.
    void close();

private:
    boost::asio::io_context context_;
    boost::asio::ip::tcp::socket socket_{context_};
    boost::beast::flat_buffer buffer_;
    boost::beast::http::response_parser<boost::beast::http::string_body> parser_;
    std::size_t given_ = 0;
};

}  // namespace ccphost::test
