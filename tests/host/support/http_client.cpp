// SPDX-License-Identifier: BSL-1.0
#include "http_client.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/json.hpp>

namespace ccphost::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;

http_client::http_client(std::uint16_t port) {
    socket_.connect({asio::ip::address_v4::loopback(), port});
}

void http_client::send(const std::string& bytes) {
    asio::write(socket_, asio::buffer(bytes));
}

void http_client::finish_sending() {
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send);
}

response http_client::read(bool to_head) {
    http::response_parser<http::string_body> parser;
    parser.skip(to_head);
    http::read(socket_, buffer_, parser);
    return parser.release();
}

bool http_client::at_end() {
    boost::system::error_code ended;
    char byte = 0;
    return buffer_.size() == 0 && socket_.read_some(asio::buffer(&byte, 1), ended) == 0 && ended == asio::error::eof;
}

response http_client::request(const std::string& method, const std::string& target, const std::vector<std::string>& headers,
                              const std::string& body) {
    send(request_text(method, target, headers, body));
    return read(method == "HEAD");
}

std::string request_text(const std::string& method, const std::string& target, const std::vector<std::string>& headers,
                         const std::string& body) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& each : headers) text += each + "\r\n";
    if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

boost::json::value json_of(const response& from) {
    return boost::json::parse(from.body());
}

std::string code_of(const response& from) {
    return boost::json::value_to<std::string>(json_of(from).at("code"));
}

}  // namespace ccphost::test
