// SPDX-License-Identifier: BSL-1.0
/// @file Responses as Beast sends them.
#pragma once

#include "answer.hpp"
#include "request_target.hpp"

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <string>

namespace ccphost {

/// A response with the answer's own headers, body and length. @param version of HTTP, such as 11 @param head_only leaves the
/// body out and its length in, for HEAD
boost::beast::http::response<boost::beast::http::string_body> to_message(answer what, unsigned version, bool head_only);

/// How long what a response holds is good.
enum class caching { none, for_ever };

/// Sets what every response carries: correlation id and caching; and `more`. What is there by these names is replaced.
void set_host_headers(boost::beast::http::fields& into, const std::string& correlation_id, const name_value_list& more,
                      caching kept = caching::none);

}  // namespace ccphost
