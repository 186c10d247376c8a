// SPDX-License-Identifier: BSL-1.0
#include "loader/topic_pattern.hpp"

#include <boost/test/unit_test.hpp>

namespace {

ccphost::topic_pattern declared(const char* text) {
    return ccphost::topic_pattern::declared(text).value();
}

ccphost::topic_pattern requested(const char* text) {
    return ccphost::topic_pattern::requested(text).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(topic_pattern)

BOOST_AUTO_TEST_CASE(a_place_stands_for_exactly_one_segment) {
    const auto pattern = declared("v2.things.{id}.changed");
    BOOST_TEST(pattern.matches("v2.things.7.changed"));
    BOOST_TEST(!pattern.matches("v2.things.changed"));
    BOOST_TEST(!pattern.matches("v2.things.7.8.changed"));
    BOOST_TEST(!pattern.matches("v2.things..changed"));
    BOOST_TEST(!pattern.matches("v2.things.7"));
    BOOST_TEST(!pattern.matches("v2.things.7.Changed"));
}

BOOST_AUTO_TEST_CASE(a_subscriber_may_ask_for_one_or_all_where_a_place_is_declared) {
    const auto pattern = declared("v2.things.{id}");
    BOOST_TEST(pattern.covers(requested("v2.things.7")));
    BOOST_TEST(pattern.covers(requested("v2.things.*")));
    BOOST_TEST(!pattern.covers(requested("v2.*.7")));
    BOOST_TEST(!pattern.covers(requested("v2.things")));
    BOOST_TEST(!pattern.covers(requested("v2.things.7.changed")));
    BOOST_TEST(!declared("v2.things").covers(requested("v2.*")));
    BOOST_TEST(requested("v2.things.*").matches("v2.things.7"));
    BOOST_TEST(!requested("v2.things.7").matches("v2.things.8"));
}

BOOST_AUTO_TEST_CASE(patterns_overlap_when_a_topic_can_fall_under_both) {
    BOOST_TEST(declared("v2.things.{id}").overlaps(declared("v2.{kind}.7")));
    BOOST_TEST(declared("v2.things.{id}").overlaps(declared("v2.things.all")));
    BOOST_TEST(!declared("v2.things.{id}").overlaps(declared("v2.people.{id}")));
    BOOST_TEST(!declared("v2.things.{id}").overlaps(declared("v2.things.{id}.changed")));
}

BOOST_AUTO_TEST_CASE(malformed_patterns_and_topics_are_none) {
    for (const char* text :
         {"", ".", "a.", ".a", "a..b", "a.{}", "a.{id", "a.id}", "a.x{id}", "a.{i{d}", "a.*", "a b", "a\nb"}) {
        BOOST_TEST(!ccphost::topic_pattern::declared(text).has_value(), text);
        BOOST_TEST(!ccphost::is_topic(text), text);
    }
    for (const char* text : {"", "a.", "a.{id}", "a.**", "a.x*", "a,b c", "a\n", "a.\xc3\xa4"}) {
        BOOST_TEST(!ccphost::topic_pattern::requested(text).has_value(), text);
    }
    BOOST_TEST(ccphost::is_topic("v2.things.3f0a1c5e-0000"));
}

BOOST_AUTO_TEST_SUITE_END()
