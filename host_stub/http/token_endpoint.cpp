// SPDX-License-Identifier: BSL-1.0
#include "token_endpoint.hpp"

#include "error_body.hpp"
#include "request_target.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace ccphost {
namespace {

answer bad_credentials(const std::string& correlation_id) {
    auto error = errors::bad_credentials();
    error.headers = {{"WWW-Authenticate", "Basic realm=\"oauth\""}};
    return to_answer(error, correlation_id);
}

}  // namespace

answer token_endpoint::issue(const request_message& request, const std::string& address, const std::string& correlation_id) {
    const auto given = parse_basic(view(request[boost::beast::http::field::authorization]));
    if (!given) return bad_credentials(correlation_id);
    if (const auto wait = limit_.must_wait(given->id, address)) {
        return to_answer(errors::too_many_sign_ins(*wait), correlation_id);
    }
    const auto account = clients_.authenticate(*given);
    if (account == nullptr) {
        // Of a client that is not there nothing can be guessed, and no flood of such ids pushes out what is counted.
        if (clients_.knows(given->id)) limit_.failed(given->id, address);
        return bad_credentials(correlation_id);
    }
    const auto form = parse_form(request.body());
    if (!form) return to_answer(errors::bad_request("The form is malformed."), correlation_id);
    const auto grant = std::find_if(form->begin(), form->end(), [](const auto& each) { return each.first == "grant_type"; });
    if (grant == form->end() || grant->second != "client_credentials") {
        return to_answer(errors::bad_request("grant_type must be client_credentials."), correlation_id);
    }
    const boost::json::object body{
        {"access_token", tokens_.issue(account)}, {"token_type", "bearer"}, {"expires_in", tokens_.lifetime().count()}};
    return {200, {}, boost::json::serialize(body)};
}

}  // namespace ccphost
