// SPDX-License-Identifier: BSL-1.0
#include "control_server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <vector>

namespace ccphost {
namespace {

namespace asio = boost::asio;
namespace fs = std::filesystem;

constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t most_connections = 16;
constexpr std::size_t most_discarded = 16 * longest_request;
constexpr std::chrono::milliseconds accept_pause{100};
constexpr std::chrono::milliseconds reply_time{2'000};  // for replies to be taken when the server ends

failure refused(const fs::path& path, const std::string& why) {
    return {step::control, path.string() + " " + why};
}

// Makes room for the socket file.
result<void> clear(const fs::path& path) {
    std::error_code bad;
    const auto parent = fs::absolute(path).parent_path();
    if (!fs::exists(parent, bad)) {
        fs::create_directories(parent, bad);
        if (!bad) fs::permissions(parent, fs::perms::owner_all, bad);
        if (bad) return refused(parent, "cannot be made: " + bad.message());
    }
    const auto status = fs::symlink_status(path, bad);
    if (status.type() == fs::file_type::not_found) return {};
    if (status.type() != fs::file_type::socket) return refused(path, "is there and is no socket");
    asio::io_context context;
    asio::local::stream_protocol::socket probe(context);
    boost::system::error_code dead;
    probe.connect(path.string(), dead);
    if (!dead) return refused(path, "is in use by a running host");
    if (dead != asio::error::connection_refused) return refused(path, "cannot be probed: " + dead.message());
    fs::remove(path, bad);
    if (bad) return refused(path, "is stale and cannot be removed: " + bad.message());
    return {};
}

// Who asks, as the kernel knows it.
std::string peer_of(asio::local::stream_protocol::socket& socket) {
    ::ucred peer{};
    socklen_t length = sizeof peer;
    if (::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return "control socket";
    return "uid " + std::to_string(peer.uid);
}

}  // namespace

control_server::control_server(fs::path socket, const command_table& commands)
    : path_(std::move(socket)), commands_(commands), workers_(most_connections) {}

result<std::unique_ptr<control_server>> control_server::start(const fs::path& socket, const command_table& commands) {
    std::unique_ptr<control_server> server(new control_server(socket, commands));
    if (const auto bound = server->bind(); !bound) return bound.error();
    asio::co_spawn(server->context_, server->accept(), asio::detached);
    server->thread_ = std::thread([raw = server.get()] { raw->run(); });
    return server;
}

void control_server::run() {
    context_.run();
    ran_.set_value();
}

// Nothing is left to do on the I/O thread once every conversation has ended.
void control_server::end() {
    std::promise<void> told;
    asio::post(context_, [&] {
        boost::system::error_code ignored;
        ending_ = true;
        acceptor_.close(ignored);
        for (auto* each : idle_) each->cancel(ignored);
        told.set_value();
    });
    told.get_future().wait();
    workers_.join();
    if (ran_.get_future().wait_for(reply_time) == std::future_status::timeout) context_.stop();
    thread_.join();
}

control_server::~control_server() {
    if (thread_.joinable()) end();
    std::error_code ignored;
    if (bound_) fs::remove(path_, ignored);
}

result<void> control_server::bind() {
    constexpr std::size_t longest_path = 107;  // of sockaddr_un
    if (path_.string().size() > longest_path) return refused(path_, "is too long for a socket's name");
    if (auto cleared = clear(path_); !cleared) return cleared;
    boost::system::error_code bad;
    acceptor_.open(protocol(), bad);
    const auto before = ::umask(0177);  // never there with another mode, not even for a moment
    if (!bad) acceptor_.bind(path_.string(), bad);
    ::umask(before);
    if (!bad) bound_ = true;
    if (!bad) acceptor_.listen(asio::socket_base::max_listen_connections, bad);
    if (bad) return refused(path_, "cannot be listened on: " + bad.message());
    return {};
}

asio::awaitable<void> control_server::accept() {
    while (acceptor_.is_open()) {
        auto [error, socket] = co_await acceptor_.async_accept(use_tuple);
        if (error && !acceptor_.is_open()) co_return;
        if (error) {
            asio::steady_timer pause(context_, accept_pause);
            co_await pause.async_wait(use_tuple);
        } else if (open_ < most_connections) {
            ++open_;
            asio::co_spawn(context_, converse(std::move(socket)), [this](const std::exception_ptr&) { --open_; });
        }
    }
}

// Closing with unread input resets the connection, and the client may then never see the reply.
asio::awaitable<void> control_server::discard_rest(protocol::socket& socket) {
    boost::system::error_code ignored;
    socket.shutdown(protocol::socket::shutdown_send, ignored);
    std::vector<char> discarded(longest_request);
    for (std::size_t total = 0; total < most_discarded;) {
        const auto [error, count] = co_await socket.async_read_some(asio::buffer(discarded), use_tuple);
        if (error) co_return;
        total += count;
    }
}

asio::awaitable<void> control_server::converse(protocol::socket socket) {
    const auto actor = peer_of(socket);
    std::string input;
    while (!ending_) {
        idle_.insert(&socket);
        const auto [error, length] =
            co_await asio::async_read_until(socket, asio::dynamic_buffer(input, longest_request), '\n', use_tuple);
        idle_.erase(&socket);
        if (error == asio::error::not_found) {
            const auto reply = render_reply({control_code::usage, "the line is too long"}, nullptr) + "\n";
            co_await asio::async_write(socket, asio::buffer(reply), use_tuple);
            co_await discard_rest(socket);
        }
        if (error) co_return;
        const auto request = parse_request(std::string_view(input).substr(0, length - 1));
        input.erase(0, length);
        control_reply reply;
        if (request) {
            spdlog::debug("control: {} for {}", request->command, actor);
            const auto work = [&]() -> asio::awaitable<control_reply> { co_return commands_.run(*request, actor); };
            reply = co_await asio::co_spawn(workers_, work, asio::use_awaitable);
        } else {
            reply = {control_code::usage, request.error().why};
        }
        auto line = render_reply(reply, request ? request->id : boost::json::value()) + "\n";
        const auto [unsent, sent] = co_await asio::async_write(socket, asio::buffer(line), use_tuple);
        if (unsent) co_return;
    }
}

}  // namespace ccphost
