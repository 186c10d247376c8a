// SPDX-License-Identifier: BSL-1.0
/// @file Where in a browser a request comes from.
#pragma once

#include "request_message.hpp"

namespace ccphost {

/// Whether a browser says that a page of another origin made the request: by Sec-Fetch-Site, or by an Origin whose host and
/// port are not those of the Host header. Schemes are not compared, since a proxy may end TLS. Clients that are no browsers say
/// nothing.
bool is_cross_origin(const request_message& head);

}  // namespace ccphost
