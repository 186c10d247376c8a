// SPDX-License-Identifier: BSL-1.0
#include "support/admin_client.hpp"
#include "support/event_client.hpp"
#include "support/text.hpp"

#include <boost/json.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <csignal>
#include <regex>

namespace {

using namespace ccphost::test;

const std::string json_type = "Content-Type: application/json";
const std::string thing = "/api/v2/things/1";
const std::string things = "/api/v2/things";
const std::string stream = "/api/v2/notifications/stream";

const std::vector<std::string> foreign_pages{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
                                             "Origin: https://evil.example", "Origin: null",
                                             "Origin: http://localhost.evil.example"};

struct signed_in_host : admin_host {
    signed_in admin{sign_in("admin")};

    response post(const std::vector<std::string>& headers) {
        auto all = headers;
        all.push_back(json_type);
        return client.request("POST", things, all, "{}");
    }
    bool is_signed_in(const std::string& cookie) { return client.request("GET", "/admin-session", {cookie}).body() != "null"; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_session, signed_in_host)

BOOST_AUTO_TEST_CASE(signing_in_tells_who_is_signed_in_and_sets_a_guarded_cookie) {
    const auto answer = sign_in("viewer");
    BOOST_TEST(answer.result_int() == 200U);
    const std::string cookie(answer["Set-Cookie"]);
    BOOST_TEST(
        std::regex_match(cookie, std::regex("ccp-session=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict; Max-Age=86400")),
        cookie);
    const auto body = json_of(answer);
    BOOST_TEST(body.at("clientId").as_string() == "viewer");
    BOOST_TEST(body.at("organization").as_string() == "3f0a1c5e-0000-4000-8000-000000000001");
    BOOST_TEST(boost::json::serialize(body.at("permissions")) == R"(["fixture:thing:view"])");
    BOOST_TEST(body.at("csrfToken").as_string().size() == 64U);
    BOOST_TEST(body.at("expiresIn").as_int64() > 86'000);
    BOOST_TEST(answer["Cache-Control"] == "no-cache, no-store, must-revalidate");
    BOOST_TEST(answer["Content-Security-Policy"].starts_with("default-src 'none'"));
}

BOOST_AUTO_TEST_CASE(the_session_is_shown_to_its_cookie_alone) {
    const auto shown = client.request("GET", "/admin-session", {admin.cookie});
    BOOST_TEST(shown.result_int() == 200U);
    BOOST_TEST(shown.count("Set-Cookie") == 0U);
    BOOST_TEST("X-CCP-CSRF: " + boost::json::value_to<std::string>(json_of(shown).at("csrfToken")) == admin.csrf);
    for (const auto& cookie : {std::string("Cookie: ccp-session="), admin.cookie + "0", std::string("Cookie: other=1"),
                               "Cookie: ccp-session=x; " + admin.cookie.substr(8)}) {
        const auto answer = client.request("GET", "/admin-session", {cookie});
        BOOST_TEST(answer.result_int() == 200U, cookie);
        BOOST_TEST(answer.body() == "null", cookie);
        const auto refused = client.request("GET", "/admin-menu", {cookie});
        BOOST_TEST(code_of(refused) == "authentication.required");
        BOOST_TEST(refused.count("WWW-Authenticate") == 0U);  // browsers would ask with a window of their own
    }
    BOOST_TEST(is_signed_in("Cookie: a=1; " + admin.cookie.substr(8) + "; b=2"));
}

BOOST_AUTO_TEST_CASE(who_signs_in_anew_leaves_the_former_session) {
    const signed_in next(sign_in("viewer", "secret", {admin.cookie}));
    BOOST_TEST(!is_signed_in(admin.cookie));
    BOOST_TEST(is_signed_in(next.cookie));
}

BOOST_AUTO_TEST_CASE(wrong_credentials_are_all_the_same) {
    const auto unknown = sign_in("stranger");
    const auto wrong = sign_in("admin", "other");
    for (const auto* answer : {&unknown, &wrong}) {
        BOOST_TEST(answer->result_int() == 401U);
        BOOST_TEST(code_of(*answer) == "bad.credentials");
        BOOST_TEST(answer->count("Set-Cookie") == 0U);
        BOOST_TEST(answer->count("WWW-Authenticate") == 0U);
    }
    BOOST_TEST(json_of(unknown).at("message") == json_of(wrong).at("message"));
}

BOOST_AUTO_TEST_CASE(credentials_are_read_strictly) {
    for (const char* body : {"", "{", "[]", "{}", R"({"clientId":"admin"})", R"({"clientId":1,"clientSecret":"secret"})",
                             R"({"clientId":"admin","clientSecret":"secret","more":1})"}) {
        const auto answer = client.request("POST", "/admin-session", {json_type}, body);
        BOOST_TEST(answer.result_int() == 400U, body);
    }
    const std::string sound = R"({"clientId":"admin","clientSecret":"secret"})";
    for (const char* type : {"Content-Type: text/plain", "Content-Type: application/x-www-form-urlencoded", "X-None: 1"})
        BOOST_TEST(client.request("POST", "/admin-session", {type}, sound).result_int() == 415U, type);
    BOOST_TEST(client.request("PUT", "/admin-session", {json_type}, sound).result_int() == 405U);
    BOOST_TEST(client.request("POST", "/admin-session?clientId=admin&clientSecret=secret", {json_type}).result_int() == 400U);
}

BOOST_AUTO_TEST_CASE(after_ten_failures_a_client_cannot_sign_in_for_a_while) {
    for (int i = 0; i < 10; ++i) BOOST_TEST(sign_in("viewer", "guess" + std::to_string(i)).result_int() == 401U);
    const auto refused = sign_in("viewer");
    BOOST_TEST(refused.result_int() == 429U);
    BOOST_TEST(code_of(refused) == "too.many.requests");
    const auto wait = std::stoi(std::string(refused["Retry-After"]));
    BOOST_TEST((wait >= 1 && wait <= 60));
    BOOST_TEST(sign_in("admin").result_int() == 200U);
    BOOST_TEST(client.request("GET", thing, admin.headers()).result_int() == 200U);
}

BOOST_AUTO_TEST_CASE(the_session_is_good_for_the_api) {
    const auto read = client.request("GET", thing, admin.headers());
    BOOST_TEST(read.result_int() == 200U);
    BOOST_TEST(holds(read.body(), "organization 3f0a1c5e-0000-4000-8000-000000000001\nprincipal admin\n"));
    const auto written = post({admin.cookie, admin.csrf});
    BOOST_TEST(written.result_int() == 200U);
    for (const auto& secret : {admin.cookie.substr(20), admin.csrf.substr(12), std::string("csrf"), std::string("cookie")})
        BOOST_TEST(!holds(written.body(), secret), secret);  // the plugin sees nothing of it
}

BOOST_AUTO_TEST_CASE(every_request_needs_the_csrf_token_of_the_same_session) {
    const signed_in other(sign_in("admin"));
    for (const auto& token : {std::string("X-None: 1"), std::string("X-CCP-CSRF: "), admin.csrf + "0", other.csrf}) {
        const auto written = post({admin.cookie, token});
        BOOST_TEST(written.result_int() == 403U, token);
        BOOST_TEST(code_of(written) == "csrf.token.missing");
        BOOST_TEST(code_of(client.request("DELETE", thing, {admin.cookie, token})) == "csrf.token.missing", token);
        for (const auto& target : {thing, stream + "?topics=v2.fixture.echo", std::string("/admin-menu")}) {
            const auto read = client.request("GET", target, {admin.cookie, token});
            BOOST_TEST(read.result_int() == 403U, target);
            BOOST_TEST(code_of(read) == "csrf.token.missing");
        }
    }
    BOOST_TEST(client.request("GET", thing, admin.headers()).result_int() == 200U);
    BOOST_TEST(client.request("GET", "/admin-menu", admin.headers()).result_int() == 200U);
    BOOST_TEST(client.request("DELETE", thing, admin.headers()).result_int() == 200U);
}

BOOST_AUTO_TEST_CASE(bearer_tokens_need_none_whatever_cookie_is_beside_them) {
    BOOST_TEST(post({host.authorization(), admin.cookie}).result_int() == 200U);
    BOOST_TEST(post({"Authorization: Bearer wrong", admin.cookie, admin.csrf}).result_int() == 401U);
}

BOOST_AUTO_TEST_CASE(permissions_and_organizations_hold_as_with_tokens) {
    const signed_in viewer(sign_in("viewer"));
    BOOST_TEST(client.request("GET", thing, viewer.headers()).result_int() == 200U);
    BOOST_TEST(code_of(client.request("DELETE", thing, {viewer.cookie, viewer.csrf})) == "missing.permissions");
    const signed_in nobody(sign_in("nobody"));
    BOOST_TEST(code_of(client.request("GET", thing, nobody.headers())) == "missing.permissions");
    const signed_in foreigner(sign_in("foreigner"));
    const auto abroad = client.request("GET", thing, foreigner.headers());
    BOOST_TEST(holds(abroad.body(), "organization 3f0a1c5e-0000-4000-8000-000000000002\nprincipal foreigner\n"));
}

BOOST_AUTO_TEST_CASE(pages_of_other_origins_are_refused_whatever_they_send) {
    for (const auto& page : foreign_pages) {
        const auto before = sign_in("admin", "secret", {page});
        BOOST_TEST(before.result_int() == 403U, page);
        BOOST_TEST(code_of(before) == "cross.origin.request");
        BOOST_TEST(before.count("Set-Cookie") == 0U);
        for (const char* target : {"/admin-session", "/admin-menu", "/api/v2/things/1"})
            BOOST_TEST(code_of(client.request("GET", target, {admin.cookie, admin.csrf, page})) == "cross.origin.request",
                       page);
        BOOST_TEST(post({admin.cookie, admin.csrf, page}).result_int() == 403U, page);
        BOOST_TEST(post({host.authorization(), page}).result_int() == 200U, page);
    }
}

BOOST_AUTO_TEST_CASE(the_host_s_own_pages_are_not) {
    // http_client names the host so.
    for (const char* own :
         {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "Origin: http://localhost", "Origin: https://LOCALHOST"})
        BOOST_TEST(post({admin.cookie, admin.csrf, own}).result_int() == 200U, own);
}

BOOST_AUTO_TEST_CASE(signing_out_ends_the_session) {
    BOOST_TEST(code_of(client.request("DELETE", "/admin-session", {admin.cookie})) == "csrf.token.missing");
    const auto answer = client.request("DELETE", "/admin-session", {admin.cookie, admin.csrf});
    BOOST_TEST(answer.result_int() == 200U);
    BOOST_TEST(answer.body() == "{}");
    BOOST_TEST(answer["Set-Cookie"] == "ccp-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    BOOST_TEST(!is_signed_in(admin.cookie));
    for (const char* target : {"/admin-menu", "/api/v2/things/1"})
        BOOST_TEST(client.request("GET", target, {admin.cookie}).result_int() == 401U);
    BOOST_TEST(client.request("DELETE", "/admin-session", {admin.cookie}).result_int() == 200U);
}

BOOST_AUTO_TEST_CASE(an_event_stream_ends_with_its_session) {
    const signed_in other(sign_in("admin"));
    event_client ends(host.port(), "topics=v2.fixture.echo", admin.headers());
    event_client stays(host.port(), "topics=v2.fixture.echo", other.headers());
    BOOST_TEST(ends.head().result_int() == 200U);
    client.request("DELETE", "/admin-session", {admin.cookie, admin.csrf});
    BOOST_TEST(!holds(ends.read_rest(), "data:"));
    client.request("POST", things + "?topic=v2.fixture.echo&count=1", {other.cookie, other.csrf, json_type}, "{}");
    BOOST_TEST(holds(stays.read_until("\n\n"), "data:"));
}

BOOST_AUTO_TEST_CASE(streams_are_refused_as_with_tokens) {
    const signed_in viewer(sign_in("viewer"));
    const auto refused = [&](const std::string& query) { return client.request("GET", stream + query, viewer.headers()); };
    BOOST_TEST(code_of(refused("?topics=v2.fixture.secrets.1")) == "missing.permissions");
    BOOST_TEST(refused("?topics=v2.fixture.nothing").result_int() == 404U);
    BOOST_TEST(refused("").result_int() == 400U);
}

BOOST_AUTO_TEST_CASE(the_log_tells_who_signed_in_and_no_secret) {
    sign_in("admin", "tr0ub4dor");
    client.request("DELETE", "/admin-session", {admin.cookie, admin.csrf});
    host.process().signal(SIGTERM);
    BOOST_TEST(host.process().wait() == 0);
    const auto log = host.process().errors();
    BOOST_TEST(holds(log, "admin: admin signed in from 127.0.0.1"));
    BOOST_TEST(holds(log, "admin: signing in failed from 127.0.0.1"));
    BOOST_TEST(holds(log, "admin: admin signed out"));
    for (const auto& secret : {std::string("tr0ub4dor"), admin.cookie.substr(20), admin.csrf.substr(12)})
        BOOST_TEST(!holds(log, secret));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(secure_cookies_travel_over_tls_alone) {
    admin_host behind_proxy({{"admin", {{"secureCookies", true}}}});
    const auto answer = behind_proxy.sign_in("admin");
    const std::string cookie(answer["Set-Cookie"]);
    BOOST_TEST(cookie.starts_with("__Host-ccp-session="), cookie);
    BOOST_TEST(holds(cookie, "; Path=/; HttpOnly; SameSite=Strict; Secure; "), cookie);
    const signed_in admin(answer);
    BOOST_TEST(behind_proxy.client.request("GET", thing, admin.headers()).result_int() == 200U);
    const auto plain = "Cookie: ccp-session=" + admin.cookie.substr(admin.cookie.find('=') + 1);
    BOOST_TEST(behind_proxy.client.request("GET", thing, {plain, admin.csrf}).result_int() == 401U);
}

BOOST_AUTO_TEST_CASE(sessions_end_with_the_lifetime_of_tokens) {
    admin_host brief({{"tokenSeconds", 1}});
    const auto answer = brief.sign_in("admin");
    BOOST_TEST(holds(std::string(answer["Set-Cookie"]), "; Max-Age=1"));
    event_client events(brief.host.port(), "topics=v2.fixture.echo", signed_in(answer).headers());
    BOOST_TEST(!holds(events.read_rest(), "data:"));
    BOOST_TEST(brief.client.request("GET", "/admin-session", {signed_in(answer).cookie}).body() == "null");
}

BOOST_AUTO_TEST_CASE(what_of_a_session_s_request_does_not_arrive_in_time_is_answered) {
    admin_host hasty({{"limits", {{"requestSeconds", 1}}}});
    const signed_in admin(hasty.sign_in("admin"));
    const auto begun = [&](const std::string& method, const std::string& target) {
        http_client slow(hasty.host.port());
        slow.send(request_text(method, target, {admin.cookie, admin.csrf, json_type, "Content-Length: 10"}) + "{");
        const auto answer = slow.read();
        BOOST_TEST(slow.at_end());
        return std::to_string(answer.result_int()) + " " + code_of(answer);
    };
    BOOST_TEST(begun("POST", things) == "408 request.timeout");
    BOOST_TEST(begun("POST", "/admin-session") == "408 request.timeout");
    BOOST_TEST(begun("GET", stream + "?topics=v2.fixture.echo") == "408 request.timeout");
}
