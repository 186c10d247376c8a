// SPDX-License-Identifier: BSL-1.0
#include "support/fixture_host.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <csignal>
#include <map>
#include <thread>

namespace {

using namespace ccphost::test;
const std::string json_type = "Content-Type: application/json";
const std::string stream = "/api/v2/notifications/stream?topics=v2.fixture.echo";

struct serving {
    fixture_host host;
    http_client client{host.port()};
    std::string admin = host.authorization();
};

bool holds(const response& answer, const std::string& text) {
    return answer.body().find(text) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http)

BOOST_FIXTURE_TEST_CASE(a_handler_sees_the_request_as_it_was_sent, serving) {
    const auto answer =
        client.request("GET", "/api/v2/things/a%2Fb?x=1+2&x=&y", {admin, "X-Mine: 1", "Cookie: c=1", json_type});
    BOOST_TEST(answer.result_int() == 200U);
    BOOST_TEST(holds(answer, "GET /api/v2/things/a%2Fb\n"));
    BOOST_TEST(holds(answer, "organization 3f0a1c5e-0000-4000-8000-000000000001\nprincipal admin\n"));
    BOOST_TEST(holds(answer, "[thingId=a/b]"));
    BOOST_TEST(holds(answer, "[x=1 2] [x=] [y=]"));
    BOOST_TEST(holds(answer, "[x-mine=1]"));
    BOOST_TEST(!holds(answer, "uthorization"));
    BOOST_TEST(!holds(answer, "cookie"));
    BOOST_TEST(answer["Content-Type"] == "text/plain");
    BOOST_TEST(answer["ININ-Correlation-Id"].size() == 36U);
    BOOST_TEST(answer["Cache-Control"] == "no-cache, no-store, must-revalidate");
    BOOST_TEST(answer["Pragma"] == "no-cache");
    BOOST_TEST(answer["Expires"] == "0");
    BOOST_TEST(client.request("GET", "/api/v2/things/literal", {admin}).result_int() == 201U);
}

BOOST_FIXTURE_TEST_CASE(pipelined_requests_are_answered_in_order, serving) {
    client.send(request_text("GET", "/api/v2/slow?ms=150", {admin}) + request_text("GET", "/api/v2/things/2", {admin}) +
                request_text("POST", "/api/v2/things", {admin, json_type}, "{\"n\":3}") +
                request_text("GET", "/api/v2/none", {admin}) + request_text("GET", "/api/v2/things/5", {admin}));
    BOOST_TEST(holds(client.read(), "slow"));
    BOOST_TEST(holds(client.read(), "things/2"));
    BOOST_TEST(holds(client.read(), "body {\"n\":3}"));
    BOOST_TEST(client.read().result_int() == 404U);
    BOOST_TEST(holds(client.read(), "things/5"));
}

BOOST_FIXTURE_TEST_CASE(chunked_bodies_are_put_together, serving) {
    client.send(request_text("POST", "/api/v2/things", {admin, json_type, "Transfer-Encoding: chunked"}) +
                "3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n");
    BOOST_TEST(holds(client.read(), "body {\"a\":1}\n"));
    client.send(request_text("POST", "/oauth/token", {basic("admin"), "Transfer-Encoding: chunked"}) +
                "1d\r\ngrant_type=client_credentials\r\n0\r\n\r\n");
    BOOST_TEST(client.read().result_int() == 200U);
}

BOOST_FIXTURE_TEST_CASE(expect_continue_is_answered_before_the_body_is_sent, serving) {
    client.send(request_text("POST", "/api/v2/things", {admin, json_type, "Expect: 100-continue", "Content-Length: 2"}));
    BOOST_TEST(client.read().result_int() == 100U);
    client.send("{}");
    BOOST_TEST(holds(client.read(), "body {}\n"));
    client.send(request_text("POST", "/api/v2/things", {json_type, "Expect: 100-continue", "Content-Length: 2"}));
    BOOST_TEST(client.read().result_int() == 401U);
    BOOST_TEST(client.at_end());
}

BOOST_FIXTURE_TEST_CASE(head_options_and_http_1_0, serving) {
    const auto head = client.request("HEAD", "/api/v2/things/1", {admin});
    BOOST_TEST(head.result_int() == 200U);
    BOOST_TEST(head.body().empty());
    BOOST_TEST(std::stoi(std::string(head["Content-Length"])) > 0);
    const auto options = client.request("OPTIONS", "/api/v2/things/1", {admin});
    BOOST_TEST(options.result_int() == 204U);
    BOOST_TEST(options["Allow"] == "DELETE, GET, HEAD, OPTIONS");
    client.send("GET /health HTTP/1.0\r\n\r\n");
    BOOST_TEST(json_of(client.read()) == boost::json::parse(R"({"status":"up"})"));
    BOOST_TEST(client.at_end());
}

BOOST_FIXTURE_TEST_CASE(tokens_are_given_for_good_credentials_only, serving) {
    const std::string form = "grant_type=client_credentials";
    const auto good = client.request("POST", "/login/oauth/token", {basic("viewer")}, form);
    BOOST_TEST(json_of(good).at("token_type").as_string() == "bearer");
    BOOST_TEST(json_of(good).at("expires_in").as_int64() == 86400);
    for (const auto& header :
         {basic("admin", "wrong"), basic("stranger"), std::string("Authorization: Basic !!"), std::string("X: y")}) {
        const auto bad = client.request("POST", "/oauth/token", {header}, form);
        BOOST_TEST(bad.result_int() == 401U);
        BOOST_TEST(code_of(bad) == "bad.credentials");
    }
    for (const char* other : {"grant_type=password", "x=1", "%zz"}) {
        const auto bad = client.request("POST", "/oauth/token", {basic("admin")}, other);
        BOOST_TEST(bad.result_int() == 400U);
        BOOST_TEST(code_of(bad) == "bad.request");
    }
    BOOST_TEST(client.request("GET", "/oauth/token").result_int() == 405U);
}

BOOST_FIXTURE_TEST_CASE(checks_come_in_their_order, serving) {
    const auto code = [&](const std::string& method, const std::string& target, const std::vector<std::string>& headers,
                          const std::string& body = {}) {
        const auto answer = client.request(method, target, headers, body);
        BOOST_TEST(json_of(answer).at("contextId").as_string() == std::string_view(answer["ININ-Correlation-Id"]));
        return std::to_string(answer.result_int()) + " " + code_of(answer);
    };
    const auto viewer = host.authorization("viewer");
    const auto nobody = host.authorization("nobody");
    BOOST_TEST(code("GET", "/api/v2/none", {}) == "401 authentication.required");
    BOOST_TEST(code("GET", "/api/v2/none", {"Authorization: Bearer x"}) == "401 bad.credentials");
    BOOST_TEST(code("GET", "/api/v2/none", {nobody}) == "404 not.found");
    BOOST_TEST(code("PUT", "/api/v2/things/1", {nobody}) == "405 method.not.allowed");
    BOOST_TEST(code("POST", "/api/v2/things", {nobody, "Content-Type: text/plain"}, "x") == "403 missing.permissions");
    BOOST_TEST(code("DELETE", "/api/v2/things/1", {nobody}) == "403 missing.permissions");
    BOOST_TEST(code("POST", "/api/v2/things", {viewer, "Content-Type: text/plain"}, "x") == "415 unsupported.media.type");
    BOOST_TEST(code("POST", "/api/v2/things", {viewer}, "{}") == "415 unsupported.media.type");
    BOOST_TEST(code("GET", "/api/v2/things/%zz", {viewer}) == "400 bad.request");
    const auto refused = client.request("DELETE", "/api/v2/things/1", {viewer});
    BOOST_TEST(json_of(refused).at("messageParams").at("permissions").as_string() == "fixture:thing:edit");
    BOOST_TEST(client.request("GET", "/api/v2/things/1", {viewer}).result_int() == 200U);  // the connection was kept all along
}

BOOST_FIXTURE_TEST_CASE(failures_of_handlers_are_told_without_their_inside, serving) {
    const auto own = client.request("GET", "/api/v2/failures/own", {admin});
    BOOST_TEST(own.result_int() == 409U);
    BOOST_TEST(own["Retry-After"] == "7");
    BOOST_TEST(json_of(own).at("limit").at("value").as_int64() == 10);
    const auto internal = client.request("GET", "/api/v2/failures/internal", {admin});
    BOOST_TEST(internal.result_int() == 500U);
    BOOST_TEST(!holds(internal, "secret table"));
    BOOST_TEST(!holds(internal, "half an answer"));
    BOOST_TEST(host.process().wait_for_error("secret table is broken"));
    BOOST_TEST(client.request("GET", "/api/v2/failures/busy", {admin}).result_int() == 503U);
    BOOST_TEST(client.request("GET", "/api/v2/failures/timeout", {admin}).result_int() == 504U);
    BOOST_TEST(client.request("GET", "/api/v2/failures/unknown", {admin}).result_int() == 500U);
}

BOOST_FIXTURE_TEST_CASE(pending_requests_are_completed_from_another_thread, serving) {
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] {
            http_client own(host.port());
            for (int k = 0; k < 50; ++k)
                wrong += holds(own.request("GET", "/api/v2/pending", {admin}), "\"pending\":true") ? 0 : 1;
        });
    }
    for (auto& each : threads) each.join();
    BOOST_TEST(wrong == 0);
}

BOOST_FIXTURE_TEST_CASE(a_handler_learns_that_its_client_is_gone, serving) {
    {
        http_client leaving(host.port());
        leaving.send(request_text("GET", "/api/v2/slow", {admin}));
        BOOST_REQUIRE(host.process().wait_for_error("slow handler entered"));
    }
    BOOST_TEST(host.process().wait_for_error("slow handler cancelled"));
    BOOST_TEST(client.request("GET", "/api/v2/things/1", {admin}).result_int() == 200U);
}

BOOST_FIXTURE_TEST_CASE(a_client_that_has_said_everything_is_answered_and_closed, serving) {
    for (const auto& [rest, answers] : std::map<std::string, int>{{"", 0},
                                                                  {request_text("GET", "/api/v2/things/2", {admin}), 1},
                                                                  {"GET /api/v2/thi", 0},
                                                                  {request_text("GET", stream, {admin}), 0}}) {
        http_client leaving(host.port());
        leaving.send(request_text("GET", "/api/v2/slow", {admin}) + rest);
        leaving.finish_sending();  // which is what the handler waits for
        const auto begun = std::chrono::steady_clock::now();
        BOOST_TEST(holds(leaving.read(), "slow"));
        for (int i = 0; i < answers; ++i) BOOST_TEST(holds(leaving.read(), "things/2"));
        BOOST_TEST(leaving.at_end(), rest);
        BOOST_TEST((std::chrono::steady_clock::now() - begun < std::chrono::seconds(1)), rest);
    }
}

BOOST_FIXTURE_TEST_CASE(what_comes_while_a_handler_runs_is_not_read_without_bound, serving) {
    client.send(request_text("GET", "/api/v2/slow?ms=300", {admin}));
    BOOST_REQUIRE(host.process().wait_for_error("slow handler entered"));
    client.send(request_text("GET", "/api/v2/things/2", {admin, "X-Long: " + std::string(40 * 1024, 'x')}));
    BOOST_TEST(holds(client.read(), "slow"));
    BOOST_TEST(client.read().result_int() == 431U);
    BOOST_TEST(client.at_end());
}

BOOST_FIXTURE_TEST_CASE(a_graceful_stop_finishes_what_is_in_flight, serving) {
    http_client idle(host.port());
    BOOST_TEST(idle.request("GET", "/health").result_int() == 200U);
    client.send(request_text("GET", "/api/v2/slow?ms=700", {admin}));
    BOOST_REQUIRE(host.process().wait_for_error("slow handler entered"));
    host.process().signal(SIGTERM);
    BOOST_TEST(idle.at_end());
    const auto answer = client.read();
    BOOST_TEST(answer.result_int() == 200U);
    BOOST_TEST(answer["Connection"] == "close");
    BOOST_TEST(client.at_end());
    BOOST_TEST(host.process().wait() == 0);
    BOOST_TEST(!std::filesystem::exists(host.files().at("control.sock")));
}

BOOST_AUTO_TEST_SUITE_END()
