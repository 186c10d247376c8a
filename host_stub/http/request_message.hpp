// SPDX-License-Identifier: BSL-1.0
/// @file A request as Beast reads it.
#pragma once

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <string>
#include <string_view>

namespace ccphost {

using request_message = boost::beast::http::request<boost::beast::http::string_body>;

inline std::string_view view(boost::beast::string_view text) noexcept {
    return {text.data(), text.size()};
}

/// Whether a Content-Type is that of JSON, or of something written in it.
inline bool is_json(std::string_view content_type) {
    const auto media_type = boost::algorithm::trim_copy(std::string(content_type.substr(0, content_type.find(';'))));
    return boost::algorithm::iequals(media_type, "application/json") ||
           (boost::algorithm::istarts_with(media_type, "application/") && boost::algorithm::iends_with(media_type, "+json"));
}

}  // namespace ccphost
