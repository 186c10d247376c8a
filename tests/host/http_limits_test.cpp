// SPDX-License-Identifier: BSL-1.0
#include "support/fixture_host.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <csignal>

namespace {

using namespace ccphost::test;
const std::string json_type = "Content-Type: application/json";

boost::json::object limits(boost::json::object of) {
    return {{"limits", std::move(of)}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_limits)

BOOST_AUTO_TEST_CASE(bodies_over_the_limit_are_refused_after_the_permission_check) {
    fixture_host host(limits({{"bodyBytes", 100}}));
    const auto admin = host.authorization();
    http_client exact(host.port());
    BOOST_TEST(exact.request("POST", "/api/v2/things", {admin, json_type}, std::string(100, ' ')).result_int() == 200U);
    http_client announced(host.port());
    const auto refused = announced.request("POST", "/api/v2/things", {admin, json_type}, std::string(101, ' '));
    BOOST_TEST(refused.result_int() == 413U);
    BOOST_TEST(refused.body().find("100 bytes") != std::string::npos);
    BOOST_TEST(announced.at_end());
    http_client chunked(host.port());
    chunked.send(request_text("POST", "/api/v2/things", {admin, json_type, "Transfer-Encoding: chunked"}) + "ff\r\n" +
                 std::string(255, ' ') + "\r\n0\r\n\r\n");
    BOOST_TEST(chunked.read().result_int() == 413U);
    http_client denied(host.port());
    BOOST_TEST(denied.request("POST", "/api/v2/things", {host.authorization("nobody"), json_type}, std::string(101, ' '))
                   .result_int() == 403U);
}

BOOST_AUTO_TEST_CASE(headers_over_the_limit_are_refused) {
    fixture_host host(limits({{"headerBytes", 1024}}));
    http_client client(host.port());
    const auto answer = client.request("GET", "/health", {"X-Long: " + std::string(2000, 'x')});
    BOOST_TEST(answer.result_int() == 431U);
    BOOST_TEST(code_of(answer) == "request.header.fields.too.large");
    BOOST_TEST(client.at_end());
}

BOOST_AUTO_TEST_CASE(slow_requests_and_slow_handlers_meet_their_deadline) {
    fixture_host host(limits({{"requestSeconds", 1}}));
    const auto admin = host.authorization();
    http_client head(host.port());
    head.send("GET /health HTTP/1.1\r\nHo");
    http_client body(host.port());
    body.send(request_text("POST", "/api/v2/things", {admin, json_type, "Content-Length: 10"}) + "{");
    http_client handler(host.port());
    handler.send(request_text("GET", "/api/v2/slow?ms=2500", {admin}));
    BOOST_TEST(head.read().result_int() == 408U);
    BOOST_TEST(head.at_end());
    BOOST_TEST(body.read().result_int() == 408U);
    BOOST_TEST(body.at_end());
    BOOST_TEST(code_of(handler.read()) == "gateway.timeout");
    BOOST_TEST(handler.request("GET", "/api/v2/things/1", {admin}).result_int() == 200U);  // kept, in order
    host.process().signal(SIGTERM);
    BOOST_TEST(host.process().wait() == 0);  // waits for the handler that nobody waits for
}

BOOST_AUTO_TEST_CASE(idle_connections_are_closed_silently) {
    fixture_host host(limits({{"idleSeconds", 1}}));
    http_client client(host.port());
    BOOST_TEST(client.request("GET", "/health").result_int() == 200U);
    BOOST_TEST(client.at_end());
}

BOOST_AUTO_TEST_CASE(connections_over_the_limit_are_turned_away) {
    fixture_host host(limits({{"connections", 1}}));
    http_client first(host.port());
    BOOST_TEST(first.request("GET", "/health").result_int() == 200U);
    http_client second(host.port());
    BOOST_TEST(second.read().result_int() == 503U);
    BOOST_TEST(first.request("GET", "/health").result_int() == 200U);
}

BOOST_AUTO_TEST_CASE(malformed_requests_are_refused_and_the_connection_closed) {
    fixture_host host;
    for (const char* text :
         {"nonsense\r\n\r\n", "GET /health HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n", "GET /health HTTP/9.9\r\n\r\n",
          "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
          "POST /oauth/token HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
          "POST /oauth/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"}) {
        http_client client(host.port());
        client.send(text);
        const auto answer = client.read();
        BOOST_TEST(answer.result_int() == 400U, text);
        BOOST_TEST(code_of(answer) == "bad.request");
        BOOST_TEST(client.at_end());
    }
    http_client client(host.port());
    client.send("GET /health HTTP/1.1\r\n\r\n");  // no Host
    BOOST_TEST(client.read().result_int() == 400U);
}

BOOST_AUTO_TEST_CASE(after_ten_failures_a_client_gets_no_token_for_a_while) {
    const fixture_host host;
    http_client client(host.port());
    const auto token = [&](const std::string& id, const std::string& secret) {
        return client.request("POST", "/oauth/token", {basic(id, secret)}, "grant_type=client_credentials");
    };
    for (int i = 0; i < 10; ++i) BOOST_TEST(token("viewer", "guess" + std::to_string(i)).result_int() == 401U);
    for (const char* secret : {"secret", "guess"}) {
        const auto refused = token("viewer", secret);
        BOOST_TEST(refused.result_int() == 429U);
        BOOST_TEST(code_of(refused) == "too.many.requests");
        const auto wait = std::stoi(std::string(refused["Retry-After"]));
        BOOST_TEST((wait >= 1 && wait <= 60));
    }
    BOOST_TEST(token("admin", "secret").result_int() == 200U);
}

BOOST_AUTO_TEST_CASE(no_failure_of_one_client_and_no_success_keeps_a_client_from_its_token) {
    const fixture_host host;
    http_client client(host.port());
    const auto token = [&](const std::string& id, const std::string& secret) {
        return client.request("POST", "/login/oauth/token", {basic(id, secret)}, "grant_type=client_credentials").result_int();
    };
    for (int i = 0; i < 100; ++i) BOOST_TEST(token("stranger" + std::to_string(i), "guess") == 401U);
    for (int i = 0; i < 20; ++i) BOOST_TEST(token("stranger", "guess") == 401U);  // nothing is kept of ids that nobody has
    for (int i = 0; i < 100; ++i) BOOST_TEST(token("admin", "secret") == 200U);
    for (int i = 0; i < 20; ++i) client.request("POST", "/oauth/token", {"Authorization: Basic !!"}, {});
    for (int i = 0; i < 20; ++i) client.request("POST", "/oauth/token", {basic("admin")}, "grant_type=password");
    BOOST_TEST(token("admin", "secret") == 200U);
}

BOOST_AUTO_TEST_CASE(the_rate_limit_answers_429_with_its_headers) {
    fixture_host host({{"rateLimit", {{"requestsPerMinute", 2}}}});
    const auto admin = host.authorization();
    http_client client(host.port());
    const auto first = client.request("GET", "/api/v2/things/1", {admin});
    BOOST_TEST(first.result_int() == 200U);
    BOOST_TEST(first["inin-ratelimit-allowed"] == "2");
    BOOST_TEST(first["inin-ratelimit-count"] == "1");
    client.request("GET", "/api/v2/things/1", {admin});
    const auto third = client.request("GET", "/api/v2/things/1", {admin});
    BOOST_TEST(third.result_int() == 429U);
    BOOST_TEST(std::stoi(std::string(third["Retry-After"])) >= 1);
    BOOST_TEST(third["inin-ratelimit-reset"] == third["Retry-After"]);
    BOOST_TEST(client.request("GET", "/api/v2/things/1", {host.authorization("viewer")}).result_int() == 200U);
}

BOOST_AUTO_TEST_SUITE_END()
