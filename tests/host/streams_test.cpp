// SPDX-License-Identifier: BSL-1.0
#include "control/control_client.hpp"
#include "support/event_client.hpp"
#include "support/fixture_host.hpp"
#include "support/text.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <csignal>
#include <thread>

namespace {

using namespace ccphost::test;
const std::string json_type = "Content-Type: application/json";
const std::string stream = "/api/v2/notifications/stream";

struct serving {
    fixture_host host;
    http_client client{host.port()};
    std::string admin = host.authorization();

    serving() = default;
    explicit serving(const boost::json::object& changes) : host(changes) {}

    void publish(const std::string& topic, const std::string& payload, const std::string& as, int count = 1) {
        const auto target = "/api/v2/things?topic=" + topic + "&count=" + std::to_string(count);
        BOOST_REQUIRE(client.request("POST", target, {as, json_type}, payload).result_int() == 200U);
    }

    [[nodiscard]] bool counted(const std::string& line) const {
        const auto reply = ccphost::ask(host.files().at("control.sock"), {1, "metrics", {}}, std::chrono::seconds(10));
        return reply.data.as_string().find(line) != boost::json::string::npos;
    }

    [[nodiscard]] bool comes_to_be_counted(const std::string& line) const {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!counted(line)) {
            if (std::chrono::steady_clock::now() > deadline) return false;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return true;
    }
};

boost::json::object limits(boost::json::object of) {
    return {{"limits", std::move(of)}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(streams)

BOOST_FIXTURE_TEST_CASE(a_subscriber_receives_the_events_of_its_topics_in_order, serving) {
    event_client events(host.port(), "topics=v2.fixture.echo,v2.fixture.things.7&topics=v2.fixture.secrets.*", admin);
    BOOST_TEST(events.head().result_int() == 200U);
    BOOST_TEST(events.head()["Content-Type"] == "text/event-stream");
    BOOST_TEST(events.head()["ININ-Correlation-Id"].size() == 36U);
    BOOST_TEST(events.head()["Cache-Control"] == "no-cache, no-store, must-revalidate");
    publish("v2.fixture.things.8", "{}", admin);
    publish("v2.fixture.undeclared", "{}", admin);
    publish("v2.fixture.things.7", "{\"n\":1}", admin);
    publish("v2.fixture.secrets.1", "{\"n\":2}", admin);
    BOOST_TEST(events.read_until("\n\n") ==
               "id: 1\nevent: v2.fixture.things.7\n"
               "data: {\"topicName\":\"v2.fixture.things.7\",\"version\":\"2\",\"eventBody\":{\"n\":1}}\n\n");
    BOOST_TEST(events.read_until("\n\n") ==
               "id: 2\nevent: v2.fixture.secrets.1\n"
               "data: {\"topicName\":\"v2.fixture.secrets.1\",\"version\":\"2\",\"eventBody\":{\"n\":2}}\n\n");
    BOOST_TEST(comes_to_be_counted("ccp_host_event_stream_events_total 2\n"));
}

BOOST_FIXTURE_TEST_CASE(organizations_never_meet, serving) {
    const auto foreigner = host.authorization("foreigner");
    event_client abroad(host.port(), "topics=v2.fixture.things.*", foreigner);
    event_client home(host.port(), "topics=v2.fixture.things.*", admin);
    publish("v2.fixture.things.1", "{}", admin);
    publish("v2.fixture.things.2", "{}", foreigner);
    publish("v2.fixture.things.3", "{}", admin);
    BOOST_TEST(abroad.read_until("\n\n").starts_with("id: 1\nevent: v2.fixture.things.2\n"));
    BOOST_TEST(home.read_until("\n\n").starts_with("id: 1\nevent: v2.fixture.things.1\n"));
    BOOST_TEST(home.read_until("\n\n").starts_with("id: 2\nevent: v2.fixture.things.3\n"));
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_subscribed_to_is_refused, serving) {
    const auto refused = [&](const std::string& query, const std::string& who) {
        return client.request("GET", stream + query, {host.authorization(who)});
    };
    const auto none = refused("", "admin");
    BOOST_TEST(none.result_int() == 400U);
    BOOST_TEST(json_of(none).at("details").at(0).at("fieldName").as_string() == "topics");
    std::string many = "?topics=";
    for (int i = 0; i < 101; ++i) many += "v2.fixture.things." + std::to_string(i) + ",";
    BOOST_TEST(json_of(refused(many, "admin")).at("details").at(0).at("errorCode").as_string() == "too.many");
    for (const char* topic : {"v2.fixture.things.%7Bid%7D", "%0A", "a%ffb", "a..b"}) {
        const auto malformed = refused("?topics=v2.fixture.echo," + std::string(topic), "admin");
        BOOST_TEST(malformed.result_int() == 400U, topic);
        BOOST_TEST(json_of(malformed).at("details").at(0).at("errorCode").as_string() == "value.invalid");
        BOOST_TEST(json_of(malformed).at("details").at(0).at("fieldName").as_string() == "topics");
    }
    for (const char* topic : {"v2.fixture.nothing", "v2.fixture.things", "v2.*.echo"}) {
        const auto unknown = refused("?topics=v2.fixture.echo," + std::string(topic), "admin");
        BOOST_TEST(unknown.result_int() == 404U, topic);
        BOOST_TEST(code_of(unknown) == "not.found");
    }
    BOOST_TEST(holds(refused("?topics=v2.fixture.nothing", "admin").body(), "v2.fixture.nothing"));
    const auto denied = refused("?topics=v2.fixture.echo,v2.fixture.secrets.1", "viewer");
    BOOST_TEST(denied.result_int() == 403U);
    BOOST_TEST(json_of(denied).at("messageParams").at("permissions").as_string() == "fixture:thing:edit");
    BOOST_TEST(refused("?topics=v2.fixture.echo", "nobody").result_int() == 403U);
    BOOST_TEST(client.request("GET", stream + "?topics=v2.fixture.echo").result_int() == 401U);
}

BOOST_FIXTURE_TEST_CASE(a_stream_is_for_get_alone, serving) {
    for (const char* method : {"HEAD", "POST", "DELETE"}) {
        const auto answer = client.request(method, stream + "?topics=v2.fixture.echo", {admin});
        BOOST_TEST(answer.result_int() == 405U, method);
        BOOST_TEST(answer["Allow"] == "GET, OPTIONS");
    }
    BOOST_TEST(client.request("OPTIONS", stream, {admin}).result_int() == 204U);
}

BOOST_AUTO_TEST_CASE(a_quiet_stream_has_a_heartbeat) {
    const serving at(limits({{"heartbeatSeconds", 1}}));
    event_client events(at.host.port(), "topics=v2.fixture.echo", at.admin);
    BOOST_TEST(events.read_until("\n\n").starts_with(":"));
    BOOST_TEST(events.read_until("\n\n").starts_with(":"));
}

BOOST_FIXTURE_TEST_CASE(a_client_that_leaves_frees_its_stream, serving) {
    event_client leaving(host.port(), "topics=v2.fixture.echo", admin);
    const event_client staying(host.port(), "topics=v2.fixture.echo", admin);
    BOOST_TEST(counted("ccp_host_event_streams 2\n"));
    leaving.close();
    BOOST_TEST(comes_to_be_counted("ccp_host_event_streams 1\n"));
}

BOOST_AUTO_TEST_CASE(a_subscriber_who_does_not_read_is_closed_and_disturbs_nobody) {
    serving at(limits({{"streamEvents", 10}}));
    const event_client stalled(at.host.port(), "topics=v2.fixture.echo", at.admin);
    event_client reading(at.host.port(), "topics=v2.fixture.echo", at.admin);
    const auto payload = "\"" + std::string(256 * 1024, 'x') + "\"";
    const auto overflowed = "ccp_host_event_streams_overflowed_total 1\n";
    for (int round = 0; round < 100 && !at.counted(overflowed); ++round) {
        at.publish("v2.fixture.echo", payload, at.admin, 4);
        for (int i = 0; i < 4; ++i) reading.read_until("\n\n");
    }
    BOOST_TEST(at.comes_to_be_counted("ccp_host_event_streams 1\n"));
    BOOST_TEST(at.counted(overflowed));
    at.publish("v2.fixture.echo", "\"last\"", at.admin);
    BOOST_TEST(holds(reading.read_until("\n\n"), "last"));
}

BOOST_AUTO_TEST_CASE(a_stream_ends_when_its_token_expires) {
    const serving at({{"tokenSeconds", 2}});
    event_client events(at.host.port(), "topics=v2.fixture.echo", at.admin);
    BOOST_TEST(events.read_rest().empty());
    event_client again(at.host.port(), "topics=v2.fixture.echo", at.admin);
    BOOST_TEST(again.head().result_int() == 401U);
}

BOOST_FIXTURE_TEST_CASE(a_stop_ends_streams_at_once, serving) {
    event_client events(host.port(), "topics=v2.fixture.echo", admin);
    publish("v2.fixture.echo", "1", admin);
    events.read_until("\n\n");
    const auto begun = std::chrono::steady_clock::now();
    host.process().signal(SIGTERM);
    BOOST_TEST(events.read_rest().empty());
    events.close();
    BOOST_TEST(host.process().wait() == 0);
    BOOST_TEST((std::chrono::steady_clock::now() - begun < std::chrono::seconds(5)));
}

BOOST_AUTO_TEST_SUITE_END()
