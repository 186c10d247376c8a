// SPDX-License-Identifier: BSL-1.0
/// @file Where OAuth clients get their tokens.
#pragma once

#include "answer.hpp"
#include "auth/clients.hpp"
#include "auth/sign_in_limit.hpp"
#include "auth/token_store.hpp"
#include "request_message.hpp"

#include <string>

namespace ccphost {

/// POST of /oauth/token, by HTTP Basic. Failures of a client that is known are limited by its id and the address; those of one
/// id do nothing to another, since all clients may be behind one proxy. Thread-safe after construction.
class token_endpoint {
public:
    /// Borrowed; must outlive the endpoint.
    token_endpoint(const clients& known, token_store& tokens) noexcept : clients_(known), tokens_(tokens) {}

    /// 200 with a token, 400, 401, or 429. @param address the client's
    answer issue(const request_message& request, const std::string& address, const std::string& correlation_id);

private:
    const clients& clients_;
    token_store& tokens_;
    sign_in_limit limit_{sign_in_limit::any_number};
};

}  // namespace ccphost
