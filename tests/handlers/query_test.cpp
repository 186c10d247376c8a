// SPDX-License-Identifier: BSL-1.0
#include "handlers/query.hpp"

#include "client.hpp"
#include "handlers/contact_view.hpp"
#include "handlers/failure.hpp"
#include "handlers/timestamp.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;

request with_query(request::pairs query) {
    return {testing::acme(), {}, std::move(query), {}, testing::soon()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_parameters)

BOOST_AUTO_TEST_CASE(the_page_size_is_100_unless_asked_for) {
    BOOST_TEST(read_limit(with_query({})).value() == 100U);
    BOOST_TEST(read_limit(with_query({{"limit", ""}})).value() == 100U);
    BOOST_TEST(read_limit(with_query({{"limit", "10"}})).value() == 10U);
    BOOST_TEST(read_limit(with_query({{"limit", "200"}})).value() == 200U);
}

BOOST_DATA_TEST_CASE(other_page_sizes_are_refused,
                     data::make({"0", "9", "201", "-10", "+10", "10.0", "1e2", "ten", " 10", "10 ", "99999999999999999999"})) {
    BOOST_TEST(faults_of(read_limit(with_query({{"limit", sample}})).error()) == (texts{"limit value.out.of.range"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(flags_are_true_false_or_absent) {
    BOOST_TEST(read_flag(with_query({{"active", "true"}}), "active").value().value() == true);
    BOOST_TEST(read_flag(with_query({{"active", "false"}}), "active").value().value() == false);
    BOOST_TEST(!read_flag(with_query({{"active", ""}}), "active").value().has_value());
    BOOST_TEST(!read_flag(with_query({}), "active").value().has_value());
}

BOOST_DATA_TEST_CASE(other_flags_are_refused, data::make({"True", "1", "yes", "true "})) {
    BOOST_TEST(faults_of(read_flag(with_query({{"active", sample}}), "active").error()) == (texts{"active value.invalid"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lists_are_comma_joined_or_repeated) {
    using entries = std::vector<std::string_view>;
    const auto each = boost::test_tools::per_element();
    BOOST_TEST(read_list(with_query({{"l", "a,b"}, {"other", "x"}}), "l") == (entries{"a", "b"}), each);
    BOOST_TEST(read_list(with_query({{"l", "a"}, {"l", ",b,,c,"}}), "l") == (entries{"a", "b", "c"}), each);
    BOOST_TEST(read_list(with_query({{"l", ",,"}}), "l").empty());
    BOOST_TEST(read_list(with_query({}), "l").empty());
}

BOOST_AUTO_TEST_CASE(expansions_are_known_by_their_whole_name_and_others_are_ignored) {
    const auto both = expansion::of(with_query({{"expand", "identifiers,externalSources"}}));
    BOOST_TEST((both.identifiers && both.external_sources && !both.division));
    BOOST_TEST(expansion::of(with_query({{"expand", "identifiers"}, {"expand", "division"}})).division);
    BOOST_TEST(!expansion::of(with_query({{"expand", "externalSourcesX,x"}})).external_sources);
    BOOST_TEST(!expansion::of(with_query({})).external_sources);
}

BOOST_AUTO_TEST_CASE(uris_leave_empty_parameters_out_and_encode_the_others) {
    BOOST_TEST(handlers::with_query("/p", {{"a", ""}, {"b", "x y&z"}, {"c", "\u00E9"}}) == "/p?b=x%20y%26z&c=%C3%A9");
    BOOST_TEST(handlers::with_query("/p", {}) == "/p");
}

BOOST_AUTO_TEST_CASE(times_are_iso_8601_with_milliseconds) {
    BOOST_TEST(to_iso_8601(0) == "1970-01-01T00:00:00.000Z");
    BOOST_TEST(to_iso_8601(1'700'000'000'123'999) == "2023-11-14T22:13:20.123Z");
    BOOST_TEST(to_iso_8601(1'709'164'800'000'000) == "2024-02-29T00:00:00.000Z");
    BOOST_TEST(to_iso_8601(253'402'300'799'999'999) == "9999-12-31T23:59:59.999Z");
    BOOST_TEST(to_iso_8601(-1) == "1969-12-31T23:59:59.999Z");
}

BOOST_AUTO_TEST_CASE(each_failure_has_its_status_and_code) {
    const auto wire = [](domain::errc code) {
        const auto failure = to_wire(code);
        return std::to_string(failure.status) + " " + std::string(failure.code);
    };
    BOOST_TEST(wire(domain::errc::invalid) == "400 bad.request");
    BOOST_TEST(wire(domain::errc::not_found) == "404 not.found");
    BOOST_TEST(wire(domain::errc::conflict) == "409 general.conflict");
    BOOST_TEST(wire(domain::errc::limit_exceeded) == "409 limit.exceeded");
    BOOST_TEST(wire(domain::errc::external_source_inactive) == "409 external.source.inactive");
    BOOST_TEST(wire(domain::errc::external_source_unknown) == "422 external.source.not.found");
    BOOST_TEST(wire(domain::errc::identifier_claimed) == "409 identifier.claimed");
    BOOST_TEST(wire(domain::errc::identifier_not_claimed) == "409 identifier.not.claimed");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
