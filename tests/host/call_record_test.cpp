// SPDX-License-Identifier: BSL-1.0
#include "loader/call_record.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(call_record)

BOOST_AUTO_TEST_CASE(a_failed_call_was_served_too) {
    ccphost::call_record calls;
    calls.succeeded();
    calls.succeeded();
    calls.failed("away");
    BOOST_TEST(calls.served() == 3U);
    BOOST_TEST(calls.failures() == 1U);
}

BOOST_AUTO_TEST_CASE(the_last_failure_stays_with_its_time_on_one_line) {
    ccphost::call_record calls;
    BOOST_TEST(!calls.last_failure().has_value());
    const auto before = std::chrono::system_clock::now();
    calls.failed("first");
    calls.failed("second\nof two lines");
    calls.succeeded();
    const auto last = calls.last_failure();
    BOOST_TEST_REQUIRE(last.has_value());
    BOOST_TEST(last->why == "second of two lines");
    BOOST_TEST((last->at >= before));
}

BOOST_AUTO_TEST_SUITE_END()
