// SPDX-License-Identifier: BSL-1.0
#include "control_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

namespace ccphost {

namespace asio = boost::asio;

control_reply ask(const std::filesystem::path& socket, const control_request& request, std::chrono::seconds patience) {
    asio::io_context context;
    asio::local::stream_protocol::socket connection(context);
    boost::system::error_code bad;
    connection.connect(socket.string(), bad);
    if (bad) return {control_code::cannot_connect, "no host answers at " + socket.string() + ": " + bad.message()};
    asio::write(connection, asio::buffer(render_request(request) + "\n"), bad);
    if (bad) return {control_code::unknown, "the host closed the connection: " + bad.message()};

    std::string line;
    bool answered = false;
    asio::async_read_until(connection, asio::dynamic_buffer(line, longest_reply), '\n',
                           [&](boost::system::error_code error, std::size_t) {
                               bad = error;
                               answered = true;
                           });
    context.run_for(patience);
    if (!answered) return {control_code::unknown, "the host did not answer in time"};
    if (bad) return {control_code::unknown, "the host closed the connection: " + bad.message()};
    auto reply = parse_reply(std::string_view(line).substr(0, line.find('\n')));
    if (!reply) return {control_code::unknown, "the host's answer is malformed: " + reply.error().why};
    return std::move(*reply);
}

}  // namespace ccphost
