// SPDX-License-Identifier: BSL-1.0
// What becomes of requests, streams and tasks that are under way when their plugin is replaced.
#include "support/event_client.hpp"
#include "support/operations.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <csignal>
#include <future>

namespace {

using namespace ccphost::test;

const std::string json_type = "Content-Type: application/json";

// A request under way on a connection of its own.
std::future<response> slow_request(fixture_host& host, const std::string& query) {
    auto answer = std::async(std::launch::async, [&host, query] {
        return http_client(host.port()).request("GET", "/api/v2/slow" + query, {host.authorization()});
    });
    BOOST_TEST_REQUIRE(host.process().wait_for_error("fixture: slow handler entered"));
    return answer;
}

boost::json::array tasks(const std::vector<std::string>& names) {
    boost::json::array list;
    for (const auto& name : names) {
        list.push_back(boost::json::object{{"name", name}, {"everySeconds", 3600}, {"description", "For tests"}});
    }
    return list;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(in_flight)

BOOST_AUTO_TEST_CASE(a_request_that_ends_in_time_is_waited_for) {
    busy_host busy;
    auto answer = slow_request(busy.host, "?ms=300");
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(done(reload), reload.message);
    BOOST_TEST(answer.get().result_int() == 200U);
    BOOST_TEST(!holds(busy.host.process().errors(), "slow handler cancelled"));
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_request_longer_than_the_drain_is_cancelled) {
    busy_host busy;
    auto answer = slow_request(busy.host, "");
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(done(reload), reload.message);
    BOOST_TEST(holds(busy.host.process().errors(), "fixture: slow handler cancelled"));
    BOOST_TEST(answer.get().result_int() == 200U);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(the_drain_of_one_operation_can_be_set) {
    busy_host busy({{"lifecycle", {{"drainMilliseconds", 60'000}}}});
    auto answer = slow_request(busy.host, "");
    const auto reload = busy.ctl({"plugin", "reload", "--drain", "0"});
    BOOST_TEST(done(reload), reload.message);
    BOOST_TEST(answer.get().result_int() == 200U);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_request_that_heeds_nothing_is_answered_all_the_same_and_its_build_goes_at_last) {
    busy_host busy;
    auto answer = slow_request(busy.host, "?ms=4000");
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(reload.code == 6);
    BOOST_TEST(holds(reload.message, "drain: org.example.fixture still has 1 calls in flight"), reload.message);
    BOOST_TEST(holds(reload.message, "generation 1 is lingering"), reload.message);
    BOOST_TEST(busy.listed_as("lingering") == 1U);
    BOOST_TEST(holds(run(ctl_command(busy.host, {"plugin", "list"})).output, "\n1 loaded, 1 not gone\n"));
    BOOST_TEST(number_at(busy.ctl({"status"}).data, "/lingering") == 1);
    BOOST_TEST(busy.serving() == 2);
    BOOST_TEST(answer.get().result_int() == 200U);
    BOOST_TEST(busy.host.process().wait_for_error("org.example.fixture: generation 1 is gone at last"));
    BOOST_TEST(busy.listed_as("lingering") == 0U);
    BOOST_TEST(holds(busy.host.process().errors(), "fixture: predecessor gone"));
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_client_that_waits_in_the_middle_of_a_body_holds_up_nothing) {
    busy_host busy;
    const auto token = busy.host.authorization();
    http_client client(busy.host.port());
    const std::string body = "{\"half\":1}";
    const auto whole = request_text("POST", "/api/v2/things", {token, json_type}, body);
    const auto half = whole.substr(0, whole.size() - body.size() / 2);
    client.send(request_text("GET", "/api/v2/things/1", {token}) + half);
    BOOST_TEST(client.read().result_int() == 200U);  // from here on the server waits for the other half
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(done(reload), reload.message);
    client.send(whole.substr(half.size()));
    const auto answer = client.read();
    BOOST_TEST(answer.result_int() == 200U);
    BOOST_TEST(holds(answer.body(), "body " + body), answer.body());
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_stream_goes_on_over_a_reload) {
    busy_host busy;
    const auto token = busy.host.authorization();
    event_client events(busy.host.port(), "topics=v2.fixture.echo", token);
    http_client client(busy.host.port());
    client.request("POST", "/api/v2/things?topic=v2.fixture.things.1", {token, json_type}, "{}");
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    const auto published = client.request("POST", "/api/v2/things?topic=v2.fixture.echo", {token, json_type}, "{\"n\":7}");
    BOOST_TEST(published.result_int() == 200U);
    std::string heard;
    while (!holds(heard, "{\"n\":7}")) heard = events.read_until("\n\n");  // the other callers are echoed too
    BOOST_TEST(holds(heard, "event: v2.fixture.echo\n"), heard);
    events.close();
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(the_tasks_are_those_of_the_manifest_that_serves) {
    busy_host busy;
    BOOST_TEST(busy.ctl({"task", "run", "count"}).code == 0);
    auto manifest = fixture_manifest(fixture_library("NONE"));
    manifest["tasks"] = tasks({"release", "count"});
    busy.host.files().write("manifest.json", manifest);
    BOOST_TEST(done(busy.ctl({"plugin", "reload"})));
    const auto list = busy.ctl({"task", "list"}).data;
    BOOST_TEST_REQUIRE(list.as_array().size() == 2U);
    BOOST_TEST(text_at(list, "/0/name") == "release");
    BOOST_TEST(list.at_pointer("/0/lastRun").is_null());
    BOOST_TEST(text_at(list, "/1/name") == "count");
    BOOST_TEST(text_at(list, "/1/lastOutcome") == "ok");
    BOOST_TEST(busy.ctl({"task", "run", "fail"}).code == 1);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_task_under_way_is_ended_by_the_drain) {
    busy_host busy;
    child_process task(ctl_command(busy.host, {"task", "run", "hold"}));
    BOOST_TEST_REQUIRE(busy.host.process().wait_for_error("task hold entered"));
    const auto reload = busy.ctl({"plugin", "reload"});
    BOOST_TEST(done(reload), reload.message);
    BOOST_TEST(task.wait() == 0);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_stop_waits_for_a_reload_under_way) {
    fixture_host host;
    auto answer = slow_request(host, "?ms=700");
    child_process reload(ctl_command(host, {"plugin", "reload"}));
    BOOST_TEST_REQUIRE(host.process().wait_for_error("fixture: drains"));
    host.process().signal(SIGTERM);
    BOOST_TEST(host.process().wait() == 0);
    BOOST_TEST(answer.get().result_int() == 200U);
    BOOST_TEST(reload.wait() == 0);
    BOOST_TEST(holds(host.process().errors(), "generation 1 (1.2.3) -> 2 (1.2.3): done"));
}

BOOST_AUTO_TEST_SUITE_END()
