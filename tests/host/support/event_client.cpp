// SPDX-License-Identifier: BSL-1.0
#include "event_client.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

namespace ccphost::test {

namespace http = boost::beast::http;

event_client::event_client(std::uint16_t port, const std::string& topics, const std::vector<std::string>& headers) {
    socket_.connect({boost::asio::ip::address_v4::loopback(), port});
    const auto request = request_text("GET", "/api/v2/notifications/stream?" + topics, headers);
    boost::asio::write(socket_, boost::asio::buffer(request));
    parser_.body_limit(boost::none);
    http::read_header(socket_, buffer_, parser_);
    if (head().result() == http::status::ok) read_until("\n\n");
}

std::string event_client::read_until(const std::string& end) {
    while (parser_.get().body().find(end, given_) == std::string::npos) http::read_some(socket_, buffer_, parser_);
    const auto until = parser_.get().body().find(end, given_) + end.size();
    auto text = parser_.get().body().substr(given_, until - given_);
    given_ = until;
    return text;
}

std::string event_client::read_rest() {
    http::read(socket_, buffer_, parser_);
    return parser_.get().body().substr(given_);
}

void event_client::close() {
    socket_.close();
}

}  // namespace ccphost::test
