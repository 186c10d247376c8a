// SPDX-License-Identifier: BSL-1.0
#include "loader/event_queue.hpp"

#include <boost/test/unit_test.hpp>

#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

// A queue whose delivery stands still at its first event until it is let go.
struct world {
    std::promise<void> entered;
    std::promise<void> let_go;
    std::vector<std::string> seen;
    std::unique_ptr<ccphost::event_queue> queue;

    void open(ccphost::event_queue::capacity most) {
        queue = std::make_unique<ccphost::event_queue>([this](const ccphost::event& each) { receive(each); }, most);
        BOOST_REQUIRE(publish("first", 2) == CCP_OK);
        entered.get_future().wait();
    }

    void receive(const ccphost::event& each) {
        if (seen.empty()) {
            entered.set_value();
            let_go.get_future().wait();
        }
        seen.push_back(each.topic);
    }

    std::int32_t publish(const std::string& topic, std::size_t bytes) const {
        return queue->publish({"o", topic, std::string(bytes, ' ')});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(event_queue_rules, world)

BOOST_AUTO_TEST_CASE(a_full_event_queue_drops_and_counts) {
    open({.events = 1});
    BOOST_TEST(publish("second", 2) == CCP_OK);
    BOOST_TEST(publish("third", 2) == CCP_E_BUSY);
    BOOST_TEST(publish("", 2) == CCP_E_ARGUMENT);
    BOOST_TEST(publish("a\nb", 2) == CCP_E_ARGUMENT);
    BOOST_TEST(queue->dropped() == 1U);
    let_go.set_value();
    queue.reset();
    BOOST_TEST(seen == (std::vector<std::string>{"first", "second"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_bytes_that_wait_are_bounded_too) {
    open({.bytes = 100});
    BOOST_TEST(publish("second", 60) == CCP_OK);
    BOOST_TEST(publish("third", 60) == CCP_E_BUSY);
    BOOST_TEST(publish("fourth", 20) == CCP_OK);
    BOOST_TEST(queue->dropped() == 1U);
    let_go.set_value();
    while (queue->delivered() < 3) std::this_thread::yield();
    BOOST_TEST(publish("fifth", 60) == CCP_OK);  // what was delivered takes no room
}

BOOST_AUTO_TEST_SUITE_END()
