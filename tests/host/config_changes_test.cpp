// SPDX-License-Identifier: BSL-1.0
#include "config_changes.hpp"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using lines = std::vector<std::string>;

// "path kind effect" of each change.
lines changes(const std::string& from, const std::string& to) {
    lines all;
    for (const auto& each : ccphost::config_changes(boost::json::parse(from), boost::json::parse(to))) {
        all.push_back(each.path + " " + each.kind + " by " + std::string(name_of(each.effect)));
    }
    return all;
}

void check(const lines& found, const lines& expected) {
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(config_changes)

BOOST_AUTO_TEST_CASE(equal_documents_differ_nowhere_whatever_the_order_of_members) {
    check(changes(R"({"a":1,"b":{"c":[1,2]}})", R"({"b":{"c":[1,2]},"a":1})"), {});
}

BOOST_AUTO_TEST_CASE(nested_members_are_told_one_by_one) {
    check(changes(R"({"limits":{"workers":4,"idleSeconds":60},"log":{"level":"info"}})",
                  R"({"limits":{"workers":8,"connections":9},"log":{"level":"info"},"tokenSeconds":5})"),
          {"limits.workers changed by restart", "limits.idleSeconds removed by restart", "limits.connections added by restart",
           "tokenSeconds added by restart"});
}

BOOST_AUTO_TEST_CASE(elements_of_arrays_are_told_by_their_index) {
    check(changes(R"({"clients":[{"id":"a","permissions":["x"]},{"id":"b"}]})",
                  R"({"clients":[{"id":"a","permissions":["y","z"]}]})"),
          {"clients[0].permissions[0] changed by restart", "clients[0].permissions[1] added by restart",
           "clients[1] removed by restart"});
}

BOOST_AUTO_TEST_CASE(a_value_of_another_kind_is_one_change) {
    check(changes(R"({"control":"a","limits":{"workers":4}})", R"({"control":"a","limits":null})"),
          {"limits changed by restart"});
}

BOOST_AUTO_TEST_CASE(plugins_come_and_go_as_a_whole) {
    check(changes(R"({"plugins":[{"manifest":"a"}]})", R"({"plugins":[{"manifest":"a"},{"manifest":"b"}]})"),
          {"plugins[1] added by restart"});
    check(changes(R"({"plugins":[{"manifest":"a"},{"manifest":"b"}]})", R"({"plugins":[{"manifest":"a"}]})"),
          {"plugins[1] removed by restart"});
}

BOOST_AUTO_TEST_CASE(what_it_takes_follows_from_the_member_of_the_plugin) {
    check(changes(R"({"plugins":[{"manifest":"a","config":{"pool":{"size":1}},"taskSeconds":{"t":1}}]})",
                  R"({"plugins":[{"manifest":"b","config":{"pool":{"size":2}},"taskSeconds":{"t":2},"watch":true}]})"),
          {"plugins[0].manifest changed by plugin reload", "plugins[0].config.pool.size changed by config reload",
           "plugins[0].taskSeconds.t changed by plugin reload", "plugins[0].watch added by config reload"});
}

BOOST_AUTO_TEST_CASE(changes_within_a_plugin_name_it_and_its_member) {
    const auto from = boost::json::parse(R"({"plugins":[{},{"library":"a","config":{"x":1},"configured":1}]})");
    const auto to = boost::json::parse(R"({"plugins":[{},{"library":"b","configured":2}]})");
    const auto found = ccphost::config_changes(from, to);
    BOOST_TEST_REQUIRE(found.size() == 3U);
    for (const auto& each : found) BOOST_TEST(each.plugin == 1U);
    BOOST_TEST(found[0].member == "library");
    BOOST_TEST(found[1].member == "config");
    BOOST_TEST(found[1].kind == "removed");
    BOOST_TEST((found[2].effect == ccphost::change_effect::reload));  // "config" only begins its name
}

BOOST_AUTO_TEST_SUITE_END()
