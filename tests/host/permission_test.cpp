// SPDX-License-Identifier: BSL-1.0
#include "auth/permission.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(permission)

BOOST_AUTO_TEST_CASE(a_star_covers_one_whole_segment) {
    BOOST_TEST(ccphost::covers("a:b:c", "a:b:c"));
    BOOST_TEST(ccphost::covers("a:*:c", "a:b:c"));
    BOOST_TEST(ccphost::covers("*:*:*", "a:b:c"));
    for (const char* grant : {"a:b", "a:b:c:d", "*", "a:b*:c", "A:b:c", "a:b:", ":b:c", "", "a:c:b"}) {
        BOOST_TEST(!ccphost::covers(grant, "a:b:c"), grant);
    }
}

BOOST_AUTO_TEST_CASE(a_star_counts_on_the_granted_side_only) {
    BOOST_TEST(!ccphost::covers("a:b:c", "a:*:c"));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_named_in_order) {
    const auto missing = ccphost::missing_permissions({"a:b:c"s}, {"x:y:z"s, "a:b:c"s, "a:b:d"s});
    BOOST_TEST(missing == (std::vector{"x:y:z"s, "a:b:d"s}), boost::test_tools::per_element());
    BOOST_TEST(ccphost::missing_permissions({}, {"a:b:c"s}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_grant_has_three_segments) {
    BOOST_TEST(ccphost::is_grant("externalContacts:*:*"));
    for (const char* text : {"a:b", "a::c", "a:b*:c", "a:b:c:d", ""}) BOOST_TEST(!ccphost::is_grant(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
