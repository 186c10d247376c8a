// SPDX-License-Identifier: BSL-1.0
#include "admin_client.hpp"

#include <boost/json.hpp>

namespace ccphost::test {

response admin_host::sign_in(const std::string& id, const std::string& secret, std::vector<std::string> headers) {
    headers.emplace_back("Content-Type: application/json");
    const auto body = boost::json::serialize(boost::json::object{{"clientId", id}, {"clientSecret", secret}});
    return client.request("POST", "/admin-session", headers, body);
}

signed_in::signed_in(const response& from) {
    const std::string set(from["Set-Cookie"]);
    cookie = "Cookie: " + set.substr(0, set.find(';'));
    csrf = "X-CCP-CSRF: " + boost::json::value_to<std::string>(json_of(from).at("csrfToken"));
}

}  // namespace ccphost::test
