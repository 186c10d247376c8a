// SPDX-License-Identifier: BSL-1.0
#include "handlers/json_values.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
namespace json = boost::json;

struct description {
    std::string value;
    std::string pattern;
    bool fits;
};

std::ostream& operator<<(std::ostream& out, const description& shown) {
    return out << shown.value << " by " << shown.pattern;
}

const description descriptions[] = {
    {"1", "1", true},
    {"1", "2", false},
    {R"("a")", R"("A")", false},
    {R"({"a":1,"b":2})", R"({"a":1})", true},
    {R"({"a":1})", R"({"a":1,"b":2})", false},
    {R"({"a":1})", R"({"b":1})", false},
    {R"({"a":{"b":1,"c":2}})", R"({"a":{"c":2}})", true},
    {R"({"a":{"b":1}})", R"({"a":{"b":2}})", false},
    {R"({"a":1})", "{}", false},
    {R"({"a":{"b":1}})", R"({"a":{}})", false},
    {"{}", "{}", true},
    {"[1,2]", "[1,2]", true},
    {"[1,2]", "[1]", false},
    {"[]", "{}", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(json_values)

BOOST_DATA_TEST_CASE(without_content_are_empty, data::make({"null", R"("")", "[]", "{}"})) {
    BOOST_TEST(is_empty(json::parse(sample)));
}

BOOST_DATA_TEST_CASE(with_content_are_not_empty, data::make({"false", "0", "0.0", R"(" ")", "[null]", R"({"a":null})"})) {
    BOOST_TEST(!is_empty(json::parse(sample)));
}

BOOST_AUTO_TEST_CASE(have_the_depth_of_their_deepest_part) {
    BOOST_TEST(depth_of("text") == 0U);
    BOOST_TEST(depth_of(json::parse("[]")) == 1U);
    BOOST_TEST(depth_of(json::parse(R"({"a":1,"b":[[],{"c":{}}],"d":[]})")) == 4U);
}

BOOST_DATA_TEST_CASE(are_described_by_equals_and_by_some_of_their_members, data::make(descriptions)) {
    BOOST_TEST(matches(json::parse(sample.value), json::parse(sample.pattern)) == sample.fits);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
