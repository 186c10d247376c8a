// SPDX-License-Identifier: BSL-1.0
#include "loader/step_log.hpp"

#include <boost/test/unit_test.hpp>

#include <thread>

namespace {

using namespace std::chrono_literals;
using ccphost::step;

}  // namespace

BOOST_AUTO_TEST_SUITE(step_log)

BOOST_AUTO_TEST_CASE(each_step_ends_when_the_next_begins) {
    ccphost::step_log log;
    log.begin(step::stage);
    std::this_thread::sleep_for(2ms);
    log.begin(step::load);
    log.end();
    const auto ended = log.records();
    BOOST_TEST_REQUIRE(ended.size() == 2U);
    BOOST_TEST((ended[0].which == step::stage));
    BOOST_TEST((ended[0].took >= 2ms));
    BOOST_TEST((ended[1].which == step::load));
    BOOST_TEST((ended[1].took < ended[0].took));
}

BOOST_AUTO_TEST_CASE(a_step_under_way_grows_and_one_that_ended_does_not) {
    ccphost::step_log log;
    log.begin(step::drain);
    const auto first = log.records().at(0).took;
    std::this_thread::sleep_for(2ms);
    BOOST_TEST((log.records().at(0).took >= first + 2ms));
    log.end();
    const auto ended = log.records().at(0).took;
    std::this_thread::sleep_for(2ms);
    BOOST_TEST((log.records().at(0).took == ended));
}

BOOST_AUTO_TEST_CASE(a_note_is_of_the_step_under_way_and_lost_without_one) {
    ccphost::step_log log;
    log.note("too early");
    log.begin(step::drain);
    log.note("3 in flight");
    log.begin(step::stop);
    log.end();
    log.note("too late");
    const auto records = log.records();
    BOOST_TEST(records.at(0).note == "3 in flight");
    BOOST_TEST(records.at(1).note == "");
}

BOOST_AUTO_TEST_SUITE_END()
