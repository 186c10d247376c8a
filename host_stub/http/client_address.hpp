// SPDX-License-Identifier: BSL-1.0
/// @file Where a client is.
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <string>

namespace ccphost {

/// The client's IP address as the socket knows it, so that behind a proxy it is the proxy's; empty when it has left.
inline std::string client_address(const boost::asio::ip::tcp::socket& socket) {
    boost::system::error_code gone;
    const auto endpoint = socket.remote_endpoint(gone);
    return gone ? std::string() : endpoint.address().to_string();
}

}  // namespace ccphost
