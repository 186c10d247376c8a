// SPDX-License-Identifier: BSL-1.0
#include "entry/settings.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::entry {
namespace {

namespace data = boost::unit_test::data;

const std::string refused[] = {
    "",
    "nonsense",
    "[]",
    "{}",
    R"({"database":7})",
    R"({"database":"sqlite3://db=x","databaseSessions":0})",
    R"({"database":"sqlite3://db=x","databaseSessions":-1})",
    R"({"database":"sqlite3://db=x","databaseSessions":"8"})",
    R"({"database":"sqlite3://db=x","phoneRegion":"XX"})",
    R"({"database":"sqlite3://db=x","phoneRegion":1})",
    R"({"database":"sqlite3://db=x","disabledChannels":["pigeon"]})",
    R"({"database":"sqlite3://db=x","disabledChannels":"voice"})",
    R"({"database":"sqlite3://db=x","disabledChannels":[7]})",
    R"({"database":"sqlite3://db=x","severalMatches":"youngest"})",
    R"({"database":"sqlite3://db=x","severalMatches":1})",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(plugin_settings)

BOOST_AUTO_TEST_CASE(have_defaults_for_all_but_the_database) {
    const auto read = settings::parse(R"({"database":"sqlite3://db=x"})");
    BOOST_TEST(read.database == "sqlite3://db=x");
    BOOST_TEST(read.database_sessions == 8U);
    BOOST_TEST(read.phone_region == "US");
    BOOST_TEST(read.disabled_channels.empty());
    BOOST_TEST((read.several_matches == identity::several_matches::priority));
}

BOOST_AUTO_TEST_CASE(know_each_way_to_deal_with_several_matches) {
    const auto given = [](const std::string& name) {
        return settings::parse(R"({"database":"sqlite3://db=x","severalMatches":")" + name + "\"}").several_matches;
    };
    BOOST_TEST((given("priority") == identity::several_matches::priority));
    BOOST_TEST((given("oldest") == identity::several_matches::oldest));
    BOOST_TEST((given("leave") == identity::several_matches::leave));
}

BOOST_AUTO_TEST_CASE(take_what_is_given) {
    const auto read = settings::parse(
        R"({"database":"sqlite3://db=x","databaseSessions":3,"phoneRegion":"DE","disabledChannels":["voice","sms","voice"]})");
    BOOST_TEST(read.database_sessions == 3U);
    BOOST_TEST(read.phone_region == "DE");
    BOOST_TEST(read.disabled_channels.size() == 2U);
}

BOOST_DATA_TEST_CASE(are_refused_when_they_make_no_sense, data::make(refused)) {
    BOOST_CHECK_THROW((void)settings::parse(sample), bad_settings);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::entry
