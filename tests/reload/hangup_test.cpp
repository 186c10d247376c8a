// SPDX-License-Identifier: BSL-1.0
// SIGHUP takes in what changed on disk.
#include "support/held_start.hpp"
#include "support/operations.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <csignal>

namespace {

using namespace ccphost::test;

const std::string nothing_to_reload = "SIGHUP: every plugin serves the build that its manifest names";

void hang_up(busy_host& busy, const std::string& until) {
    busy.host.process().signal(SIGHUP);
    BOOST_TEST(busy.host.process().wait_for_error(until), busy.host.process().errors());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hangup)

BOOST_AUTO_TEST_CASE(a_changed_configuration_and_a_replaced_manifest_are_taken_in) {
    busy_host busy;
    edit_config(busy.host, "/plugins/0/config/pool", {{"size", 20}});
    busy.install("OTHER_VERSION", "2.0.0");
    hang_up(busy, "reload org.example.fixture for SIGHUP, generation 1 (1.2.3) -> 2 (2.0.0)");
    BOOST_TEST(number_at(shown(busy.host), "/health/detail/pool") == 20);
    const auto history = busy.ctl({"plugin", "history"}).data;
    BOOST_TEST_REQUIRE(history.as_array().size() == 2U);
    BOOST_TEST(text_at(history, "/0/operation") == "configure");
    BOOST_TEST(text_at(history, "/1/actor") == "SIGHUP");
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(where_nothing_changed_nothing_is_done) {
    busy_host busy;
    hang_up(busy, nothing_to_reload);
    BOOST_TEST(busy.ctl({"plugin", "history"}).data.as_array().empty());
    BOOST_TEST(busy.serving() == 1);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_broken_file_changes_nothing_and_is_told) {
    busy_host busy;
    write_file(busy.host.files().at("host.json"), "{\"listen\":");
    hang_up(busy, "SIGHUP: configuration: host configuration: ");
    BOOST_TEST(busy.host.process().wait_for_error(nothing_to_reload));
    BOOST_TEST(busy.serving() == 1);
    busy.await_calls(20);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_broken_manifest_leaves_the_old_one_serving) {
    busy_host busy;
    write_file(busy.host.files().at("manifest.json"), "{}");
    hang_up(busy, "reload org.example.fixture for SIGHUP: refused");
    BOOST_TEST(busy.serving() == 1);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_CASE(it_waits_for_an_operation_under_way) {
    const held_start held;
    busy_host busy(held_start::patience());
    busy.install("HELD_START");
    child_process slow(ctl_command(busy.host, {"plugin", "reload"}));
    BOOST_TEST_REQUIRE(busy.host.process().wait_for_error(held_start::reached));
    edit_config(busy.host, "/plugins/0/config/pool", {{"size", 30}});
    busy.install("OTHER_VERSION", "2.0.0");
    busy.host.process().signal(SIGHUP);
    BOOST_TEST(busy.serving() == 1);
    held.let_go();
    BOOST_TEST(slow.wait() == 1);
    BOOST_TEST(busy.host.process().wait_for_error("for SIGHUP, generation 1 (1.2.3) -> 3 (2.0.0)"));
    BOOST_TEST(number_at(shown(busy.host), "/health/detail/pool") == 30);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
