// SPDX-License-Identifier: BSL-1.0
#include "handlers/page.hpp"

#include "client.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;

request asking(request::pairs query) {
    return {testing::acme(), {}, std::move(query), {}, testing::soon()};
}

std::string fault(std::string_view size, std::string_view number) {
    const auto faults = faults_of(read_page(asking({{"pageSize", size}, {"pageNumber", number}})).error());
    BOOST_TEST_REQUIRE(faults.size() == 1U);
    return faults.front();
}

json::object counts(const page& shown, std::size_t found) {
    json::object listing;
    render_counts(shown, found, listing);
    return listing;
}

json::object links(const page& shown, std::size_t found) {
    json::object listing;
    render_links(shown, found, "/p", {{"q", "a b"}, {"expand", ""}}, listing);
    return listing;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_by_number)

BOOST_AUTO_TEST_CASE(is_the_first_twenty_unless_asked_for) {
    const auto first = read_page(asking({{"pageSize", ""}})).value();
    BOOST_TEST(first.size == 20U);
    BOOST_TEST(first.number == 1U);
    BOOST_TEST(first.begin() == 0U);
    BOOST_TEST(read_page(asking({{"pageSize", "100"}, {"pageNumber", "10"}})).value().begin() == 900U);
}

BOOST_DATA_TEST_CASE(has_from_1_to_100_entities, data::make({"0", "101", "-1", "+1", "ten", "1.5", "99999999999999999999"})) {
    BOOST_TEST(fault(sample, "1") == "pageSize value.out.of.range");
}

BOOST_DATA_TEST_CASE(lies_within_the_first_thousand, data::make({"0", "-1", "x", "11", "9223372036854775807"})) {
    BOOST_TEST(fault("100", sample) == "pageNumber value.out.of.range");
}

BOOST_AUTO_TEST_CASE(counts_what_there_is_up_to_a_thousand) {
    BOOST_TEST((counts({20, 2}, 41) ==
                json::parse(R"({"pageSize":20,"pageNumber":2,"total":41,"partialResults":false,"pageCount":3})")));
    BOOST_TEST((counts({20, 1}, 1000) ==
                json::parse(R"({"pageSize":20,"pageNumber":1,"total":1000,"partialResults":false,"pageCount":50})")));
    BOOST_TEST((counts({20, 1}, 1001) ==
                json::parse(R"({"pageSize":20,"pageNumber":1,"total":1000,"partialResults":true,"pageCount":50})")));
    BOOST_TEST((counts({20, 1}, 0) ==
                json::parse(R"({"pageSize":20,"pageNumber":1,"total":0,"partialResults":false,"pageCount":0})")));
}

BOOST_AUTO_TEST_CASE(counts_only_pages_that_can_be_asked_for) {
    BOOST_TEST(counts({30, 1}, 1000).at("pageCount").as_uint64() == 33U);
    BOOST_TEST(text(links({30, 33}, 1000), "/lastUri") == "/p?q=a%20b&pageSize=30&pageNumber=33");
    BOOST_TEST(!links({30, 33}, 1000).contains("nextUri"));
}

BOOST_AUTO_TEST_CASE(links_to_its_neighbours_where_there_are_any) {
    const auto middle = links({20, 2}, 41);
    BOOST_TEST(text(middle, "/firstUri") == "/p?q=a%20b&pageSize=20&pageNumber=1");
    BOOST_TEST(text(middle, "/previousUri") == "/p?q=a%20b&pageSize=20&pageNumber=1");
    BOOST_TEST(text(middle, "/nextUri") == "/p?q=a%20b&pageSize=20&pageNumber=3");
    BOOST_TEST(text(middle, "/lastUri") == "/p?q=a%20b&pageSize=20&pageNumber=3");
    BOOST_TEST(!links({20, 1}, 41).contains("previousUri"));
    BOOST_TEST(!links({20, 3}, 41).contains("nextUri"));
    BOOST_TEST(!links({20, 1}, 0).contains("nextUri"));
}

BOOST_AUTO_TEST_CASE(beyond_the_end_links_back_to_the_last) {
    const auto beyond = links({20, 9}, 41);
    BOOST_TEST(text(beyond, "/previousUri") == "/p?q=a%20b&pageSize=20&pageNumber=3");
    BOOST_TEST(!beyond.contains("nextUri"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
