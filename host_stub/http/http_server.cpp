// SPDX-License-Identifier: BSL-1.0
#include "http_server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <spdlog/spdlog.h>

namespace ccphost {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::size_t most_turned_away = 64;  // at a time; beyond it connections are closed without a word
constexpr std::chrono::milliseconds abort_time{2'000};
constexpr std::chrono::milliseconds accept_pause{100};  // after an error such as "too many open files"

void log_escaped(const std::exception_ptr& escaped) {
    if (escaped == nullptr) return;
    try {
        std::rethrow_exception(escaped);
    } catch (const std::exception& error) {
        spdlog::error("http: a connection ended with {}", error.what());
    }
}

}  // namespace

http_server::http_server(dispatcher& to, const http_limits& limits, metrics& counters, event_hub& events)
    : dispatcher_(to), limits_(limits), counters_(counters), streams_{events, stream_counters(counters)} {}

http_server::~http_server() {
    if (thread_.joinable()) stop(std::chrono::milliseconds(0));
}

result<std::uint16_t> http_server::listen(const std::string& address, std::uint16_t port) {
    boost::system::error_code bad;
    const auto parsed = asio::ip::make_address(address, bad);
    if (bad) return failure{step::listen, "\"" + address + "\" is not an IP address"};
    const tcp::endpoint endpoint(parsed, port);
    acceptor_.open(endpoint.protocol(), bad);
    if (!bad) acceptor_.set_option(tcp::acceptor::reuse_address(true), bad);
    if (!bad) acceptor_.bind(endpoint, bad);
    if (!bad) acceptor_.listen(asio::socket_base::max_listen_connections, bad);
    if (bad) return failure{step::listen, address + " port " + std::to_string(port) + ": " + bad.message()};
    const auto chosen = acceptor_.local_endpoint().port();
    asio::co_spawn(context_, accept(), log_escaped);
    thread_ = std::thread([this] { context_.run(); });
    return chosen;
}

asio::awaitable<void> http_server::accept() {
    while (acceptor_.is_open()) {
        auto [error, socket] = co_await acceptor_.async_accept(asio::as_tuple(asio::use_awaitable));
        if (!error) {
            admit(std::move(socket));
        } else if (acceptor_.is_open()) {
            spdlog::warn("http: accept: {}", error.message());
            asio::steady_timer pause(context_, accept_pause);
            co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
        }
    }
}

void http_server::admit(tcp::socket socket) {
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto made = std::make_shared<connection>(std::move(socket), dispatcher_, limits_, counters_, streams_);
    if (connections_.size() - turned_away_ >= limits_.connections) {
        if (turned_away_ >= most_turned_away) return;
        ++turned_away_;
        connections_.insert(made.get());
        counted();
        asio::co_spawn(context_, made->turn_away(), [this, made](const std::exception_ptr& escaped) {
            log_escaped(escaped);
            --turned_away_;
            connections_.erase(made.get());
            counted();
        });
        return;
    }
    connections_.insert(made.get());
    counted();
    asio::co_spawn(context_, made->run(), [this, made](const std::exception_ptr& escaped) {
        log_escaped(escaped);
        connections_.erase(made.get());
        counted();
    });
}

void http_server::counted() {
    counters_.connections(connections_.size());
    const std::lock_guard lock(mutex_);
    open_ = connections_.size();
    if (open_ == 0) emptied_.notify_all();
}

bool http_server::wait_empty(std::chrono::milliseconds deadline) {
    std::unique_lock lock(mutex_);
    return emptied_.wait_for(lock, deadline, [this] { return open_ == 0; });
}

bool http_server::stop(std::chrono::milliseconds deadline) {
    std::promise<void> told;  // an accepted connection is in the set before the wait begins
    asio::post(context_, [&] {
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        for (auto* each : connections_) each->finish();
        told.set_value();
    });
    told.get_future().wait();
    const bool finished = wait_empty(deadline);
    if (!finished) {
        asio::post(context_, [this] {
            for (auto* each : connections_) each->abort();
        });
        wait_empty(abort_time);
    }
    context_.stop();
    thread_.join();
    return finished;
}

}  // namespace ccphost
