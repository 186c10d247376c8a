// SPDX-License-Identifier: BSL-1.0
#include "io_deadline.hpp"

namespace ccphost {

io_deadline::io_deadline(boost::asio::ip::tcp::socket& socket)
    : state_(std::make_shared<state>(state{&socket})), timer_(socket.get_executor()) {}

io_deadline::~io_deadline() {
    disarm();
}

void io_deadline::arm(std::chrono::milliseconds span) {
    disarm();
    state_->passed = false;
    timer_.expires_after(span);
    timer_.async_wait([shared = state_, round = state_->round](boost::system::error_code cancelled) {
        if (cancelled || shared->round != round) return;  // an old round may be queued when a new one starts
        shared->passed = true;
        boost::system::error_code ignored;
        shared->socket->cancel(ignored);
    });
}

void io_deadline::disarm() {
    ++state_->round;
    timer_.cancel();
}

}  // namespace ccphost
