// SPDX-License-Identifier: BSL-1.0
#include "loader/route_table.hpp"

#include "http/request_target.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using ccphost::registered_handler;

struct routes {
    std::vector<registered_handler> handlers{
        {{"byId", "GET", "/things/{id}", {}}, nullptr, nullptr},
        {{"literal", "GET", "/things/special", {}}, nullptr, nullptr},
        {{"nested", "GET", "/things/{id}/parts/{part}", {}}, nullptr, nullptr},
        {{"remove", "DELETE", "/things/{id}", {}}, nullptr, nullptr},
    };
    ccphost::route_table table{handlers};

    ccphost::route_match match(const char* method, const char* target) {
        return table.match(method, ccphost::parse_target(target).value().segments);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(route_table, routes)

BOOST_AUTO_TEST_CASE(literals_win_over_names) {
    BOOST_TEST(match("GET", "/things/special").handler->declaration.operation == "literal");
    BOOST_TEST(match("GET", "/things/other").handler->declaration.operation == "byId");
}

BOOST_AUTO_TEST_CASE(parameters_are_decoded_after_the_path_is_split) {
    const auto found = match("GET", "/things/a%2Fb%20c/parts/%C3%A9");
    BOOST_REQUIRE(found.handler != nullptr);
    BOOST_REQUIRE(found.parameters.size() == 2U);
    BOOST_TEST(found.parameters[0].first == "id");
    BOOST_TEST(found.parameters[0].second == "a/b c");
    BOOST_TEST(found.parameters[1].second == "\xc3\xa9");
}

BOOST_AUTO_TEST_CASE(a_known_path_tells_its_methods) {
    const auto found = match("PUT", "/things/1");
    BOOST_TEST(found.handler == nullptr);
    BOOST_TEST(found.allowed == (std::vector<std::string>{"DELETE", "GET"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(unknown_paths_lead_nowhere) {
    for (const char* target : {"/", "/things", "/things/", "/things/1/", "//things/1", "/things/1/parts", "/Things/1"}) {
        const auto found = match("GET", target);
        BOOST_TEST((found.handler == nullptr && found.allowed.empty()), target);
    }
}

BOOST_AUTO_TEST_CASE(queries_are_decoded_in_order_with_plus_as_space) {
    const auto query = ccphost::parse_target("/x?a=1+2&a=%2B&b&c=").value().query;
    const ccphost::name_value_list wanted{{"a", "1 2"}, {"a", "+"}, {"b", ""}, {"c", ""}};
    BOOST_TEST((query == wanted));
}

BOOST_AUTO_TEST_CASE(malformed_targets_are_refused) {
    for (const char* target : {"/a%2", "/a%zz", "/a?x=%", "*", "a/b", "http://host/a", "", "/a b"}) {
        BOOST_TEST(!ccphost::parse_target(target).has_value(), target);
    }
}

BOOST_AUTO_TEST_SUITE_END()
