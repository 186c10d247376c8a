// SPDX-License-Identifier: BSL-1.0
#include "storage/compatibility.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

namespace extsrc::storage {
namespace {

namespace data = boost::unit_test::data;

migration step(int version, std::string_view text) {
    return {version, "0000_test", text};
}

const std::string malformed[] = {
    "-- serves builds from:",
    "-- serves builds from: ",
    "-- serves builds from: x",
    "-- serves builds from: 3 or so",
    "-- serves builds from: 0",
    "-- serves builds from: -1",
    "-- serves builds from: 6",
    "-- serves builds from: 99999999999",
    "-- serves builds from: 3\n-- serves builds from: 3",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(step_compatibility)

BOOST_AUTO_TEST_CASE(a_step_says_from_which_version_on_builds_can_serve) {
    BOOST_TEST(serves_builds_from(step(5, "-- What it is for.\n-- serves builds from: 3\n\nDROP TABLE a;\n")) == 3);
    BOOST_TEST(serves_builds_from(step(5, "DROP TABLE a;\r\n-- serves builds from: 5\r\n")) == 5);
    BOOST_TEST(serves_builds_from(step(12, "-- serves builds from: 12")) == 12);
}

BOOST_AUTO_TEST_CASE(a_step_contracts_when_it_serves_no_older_build_and_says_so) {
    BOOST_TEST(contracts(step(5, "-- serves builds from: 5\n")));
    BOOST_TEST(!contracts(step(5, "-- serves builds from: 4\n")));
}

BOOST_AUTO_TEST_CASE(a_step_that_says_nothing_serves_no_older_build_and_cannot_wait) {
    const auto silent = step(5, "DROP TABLE a;\nINSERT INTO b VALUES ('-- serves builds from: 3');\n");
    BOOST_TEST(serves_builds_from(silent) == 5);
    BOOST_TEST(!contracts(silent));
}

BOOST_DATA_TEST_CASE(what_makes_no_sense_is_refused, data::make(malformed)) {
    const auto wrong = step(5, sample);
    const auto internal = [](const failure& failed) { return failed.kind() == failure_kind::internal; };
    BOOST_CHECK_EXCEPTION((void)serves_builds_from(wrong), failure, internal);
    BOOST_CHECK_EXCEPTION((void)contracts(wrong), failure, internal);
}

BOOST_AUTO_TEST_CASE(a_build_serves_on_a_schema_without_its_last_contractions) {
    const std::array steps{step(1, "-- serves builds from: 1"), step(2, "-- serves builds from: 2"), step(3, ""),
                           step(4, "-- serves builds from: 4"), step(5, "-- serves builds from: 5")};
    const auto range = [&](std::size_t count) {
        const auto found = servable_schemas(std::span(steps).first(count));
        return std::array{found.oldest, found.newest};
    };
    BOOST_TEST(range(5) == (std::array{3, 5}));
    BOOST_TEST(range(3) == (std::array{3, 3}));
    BOOST_TEST(range(2) == (std::array{0, 2}));
}

BOOST_AUTO_TEST_CASE(every_embedded_step_but_the_first_two_says_which_builds_it_serves) {
    for (const auto& embedded : migrations()) {
        const bool says = serves_builds_from(embedded) < embedded.version || contracts(embedded);
        BOOST_TEST(says == (embedded.version > 2), embedded.name);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
