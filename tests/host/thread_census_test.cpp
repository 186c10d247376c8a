// SPDX-License-Identifier: BSL-1.0
#include "loader/thread_census.hpp"

#include <boost/test/unit_test.hpp>
#include <pthread.h>

#include <future>
#include <thread>

namespace {

using namespace std::chrono_literals;

// A thread that lives until it is let go.
class held_thread {
public:
    held_thread() {
        std::promise<void> up;
        thread_ = std::thread([&, until = gate_.get_future()] {
            up.set_value();
            until.wait();
        });
        up.get_future().wait();
    }
    held_thread(const held_thread&) = delete;
    held_thread& operator=(const held_thread&) = delete;
    ~held_thread() { end(); }
    void rename(const char* name) { BOOST_TEST_REQUIRE(pthread_setname_np(thread_.native_handle(), name) == 0); }
    void end() {
        if (!thread_.joinable()) return;
        gate_.set_value();
        thread_.join();
    }

private:
    std::promise<void> gate_;
    std::thread thread_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(thread_census)

BOOST_AUTO_TEST_CASE(a_thread_that_stays_is_told_until_it_ends) {
    ccphost::thread_census census;
    census.begin();
    held_thread one;
    census.end();
    BOOST_TEST(census.alive(1ms).size() == 1U);
    one.end();
    BOOST_TEST(census.alive(200ms).empty());
}

BOOST_AUTO_TEST_CASE(only_threads_that_began_meanwhile_count) {
    ccphost::thread_census census;
    const held_thread before;
    census.begin();
    census.end();
    const held_thread after;
    BOOST_TEST(census.alive(0ms).empty());
}

BOOST_AUTO_TEST_CASE(the_count_goes_on_over_several_ends) {
    ccphost::thread_census census;
    census.begin();
    held_thread of_create;
    census.end();
    held_thread of_start;
    census.end();
    BOOST_TEST(census.alive(0ms).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_name_that_looks_like_more_fields_deceives_nobody) {
    ccphost::thread_census census;
    census.begin();
    held_thread one;
    one.rename("x) Z 1 2 3");
    census.end();
    one.rename("y) R 9 (9");
    BOOST_TEST(census.alive(0ms).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
