// SPDX-License-Identifier: BSL-1.0
/// @file A request as Beast reads it.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <string_view>

namespace ccphost {

using request_message = boost::beast::http::request<boost::beast::http::string_body>;

inline std::string_view view(boost::beast::string_view text) noexcept {
    return {text.data(), text.size()};
}

/// Whether the method only asks, so that answering changes nothing.
inline bool is_safe(boost::beast::http::verb method) noexcept {
    using boost::beast::http::verb;
    return method == verb::get || method == verb::head || method == verb::options;
}

}  // namespace ccphost
