// SPDX-License-Identifier: BSL-1.0
#include "loader/event_hub.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>

namespace {

using ccphost::event_hub;

struct world {
    event_hub hub;
    std::atomic<int> wakes = 0;

    event_hub::membership subscribe(const char* organization, const char* topic, std::size_t capacity = 10) {
        return hub.subscribe(organization, {ccphost::topic_pattern::requested(topic).value()}, capacity, [this] { ++wakes; });
    }
};

std::vector<std::string> topics_of(const ccphost::event_subscription::batch& batch) {
    std::vector<std::string> topics;
    for (const auto& each : batch.events) topics.push_back(each->topic);
    return topics;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(event_hub_rules, world)

BOOST_AUTO_TEST_CASE(events_reach_the_subscribers_of_their_organization_and_topic) {
    const auto all = subscribe("o", "t.*");
    const auto one = subscribe("o", "t.1");
    const auto other = subscribe("p", "t.*");
    hub.deliver({"o", "t.1", "{}"});
    hub.deliver({"o", "t.2", "{}"});
    hub.deliver({"o", "u.1", "{}"});
    hub.deliver({"q", "t.1", "{}"});
    BOOST_TEST(topics_of(all->take()) == (std::vector<std::string>{"t.1", "t.2"}), boost::test_tools::per_element());
    BOOST_TEST(topics_of(one->take()) == (std::vector<std::string>{"t.1"}), boost::test_tools::per_element());
    BOOST_TEST(other->take().events.empty());
}

BOOST_AUTO_TEST_CASE(an_event_of_several_topics_of_a_subscriber_comes_once) {
    const auto both = hub.subscribe(
        "o", {ccphost::topic_pattern::requested("t.*").value(), ccphost::topic_pattern::requested("t.1").value()}, 10, [] {});
    hub.deliver({"o", "t.1", "{}"});
    BOOST_TEST(both->take().events.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_subscriber_is_woken_once_until_it_takes) {
    const auto one = subscribe("o", "t");
    for (int i = 0; i < 3; ++i) hub.deliver({"o", "t", "{}"});
    BOOST_TEST(wakes == 1);
    BOOST_TEST(one->take().events.size() == 3U);
    hub.deliver({"o", "t", "{}"});
    BOOST_TEST(wakes == 2);
}

BOOST_AUTO_TEST_CASE(who_does_not_keep_up_is_told_and_disturbs_nobody_else) {
    const auto slow = subscribe("o", "t", 2);
    const auto quick = subscribe("o", "t", 100);
    for (int i = 0; i < 5; ++i) hub.deliver({"o", "t", std::to_string(i)});
    BOOST_TEST(slow->overflowed());
    const auto last = slow->take();
    BOOST_TEST(last.events.size() == 2U);
    BOOST_TEST(last.overflowed);
    hub.deliver({"o", "t", "5"});
    BOOST_TEST(slow->take().events.empty());
    BOOST_TEST(quick->take().events.size() == 6U);
    BOOST_TEST(!quick->overflowed());
}

BOOST_AUTO_TEST_CASE(subscribers_come_and_go_while_events_are_delivered) {
    std::atomic<bool> stopping = false;
    std::thread delivering([&] {
        while (!stopping) hub.deliver({"o", "t", "{}"});
    });
    std::size_t received = 0;
    while (received < 100) {
        const auto one = subscribe("o", "t", 5);
        while (one->take().events.empty()) std::this_thread::yield();
        ++received;
    }
    stopping = true;
    delivering.join();
    const int before = wakes;
    hub.deliver({"o", "t", "{}"});
    BOOST_TEST(wakes == before);
}

BOOST_AUTO_TEST_SUITE_END()
