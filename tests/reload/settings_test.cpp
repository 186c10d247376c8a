// SPDX-License-Identifier: BSL-1.0
// The real plugin's settings while the host serves: what it takes over at once, and what waits for the next reload.
#include "churn_host.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace ccphost::test;
using ccphost::operation_outcome;

// The host's configuration of the plugin with one member more.
boost::json::value with(const churn_host& host, const char* name, boost::json::value value) {
    return boost::json::object{{"database", "sqlite3://db=" + host.database().string()}, {name, std::move(value)}};
}

std::uint64_t snapshot_of(const churn_host& host) {
    return host.plugins().pin_all().front()->services().config().snapshot().number;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(settings)

BOOST_AUTO_TEST_CASE(a_policy_is_taken_over_while_the_plugin_runs) {
    churn_host host;
    const auto report = host.reloads().configure({.actor = "test"}, {.config = with(host, "phoneRegion", "DE")});
    BOOST_TEST((report.outcome == operation_outcome::done), one_line(report));
    BOOST_TEST(!report.to.has_value());
    BOOST_TEST(snapshot_of(host) == 2U);
}

BOOST_AUTO_TEST_CASE(what_takes_a_new_instance_waits_for_the_reload_and_is_in_force_then) {
    churn_host host;
    const auto report = host.reloads().configure({.actor = "test"}, {.config = with(host, "databaseSessions", 3)});
    BOOST_TEST((report.outcome == operation_outcome::deferred), one_line(report));
    BOOST_TEST(snapshot_of(host) == 1U);
    BOOST_TEST(host.reload().to.has_value());
    BOOST_TEST(snapshot_of(host) == 2U);
}

BOOST_AUTO_TEST_CASE(a_value_that_is_wrong_changes_nothing) {
    churn_host host;
    const auto report = host.reloads().configure({.actor = "test"}, {.config = with(host, "phoneRegion", "XX")});
    BOOST_TEST((report.outcome == operation_outcome::failed || report.outcome == operation_outcome::refused), one_line(report));
    BOOST_TEST(snapshot_of(host) == 1U);
    BOOST_TEST(host.health().find("up") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
