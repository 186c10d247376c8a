// SPDX-License-Identifier: BSL-1.0
// Manifests that the host watches.
#include "support/held_start.hpp"
#include "support/operations.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace ccphost::test;

struct watched {
    held_start held;
    busy_host busy{held_start::patience(), {{"watch", true}}};

    // Waits for a line of the log about a reload that nobody asked for.
    void await(const std::string& outcome) {
        const auto line = "reload org.example.fixture for watch" + outcome;
        BOOST_TEST(busy.host.process().wait_for_error(line), busy.host.process().errors());
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(manifest_watching)

BOOST_FIXTURE_TEST_CASE(a_replaced_manifest_is_reloaded_by_itself, watched) {
    busy.install("OTHER_VERSION", "2.0.0");
    await(", generation 1 (1.2.3) -> 2 (2.0.0)");
    BOOST_TEST(text_at(shown(busy.host), "/version") == "2.0.0");
    busy.await_calls(20);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_bad_one_is_tried_once_until_the_file_changes_again, watched) {
    busy.install("SICK");
    await(": failed");
    BOOST_TEST(busy.serving() == 1);
    busy.install("OTHER_VERSION", "2.0.0");
    await(", generation 1 (1.2.3) -> 3 (2.0.0)");  // 2 was the sick one, and there was no other
    BOOST_TEST(busy.ctl({"plugin", "history"}).data.as_array().size() == 2U);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_rollback_stands_until_the_file_changes_again, watched) {
    busy.install("OTHER_VERSION", "2.0.0");
    await(", generation 1 (1.2.3) -> 2 (2.0.0)");
    BOOST_TEST(done(busy.ctl({"plugin", "rollback"})));
    BOOST_TEST(text_at(shown(busy.host), "/version") == "1.2.3");
    busy.install("OTHER_VERSION", "2.0.0");
    await(", generation 3 (1.2.3) -> 4 (2.0.0)");
    BOOST_TEST(busy.ctl({"plugin", "history"}).data.as_array().size() == 3U);
    BOOST_TEST(busy.stop() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_change_that_comes_during_another_operation_is_not_lost, watched) {
    const auto other = busy.host.files().at("other.json");
    busy.host.files().write("other.json", fixture_manifest(fixture_library("HELD_START")));
    child_process slow(ctl_command(busy.host, {"plugin", "reload", "--path", other.string()}));
    BOOST_TEST_REQUIRE(busy.host.process().wait_for_error(held_start::reached));
    busy.install("OTHER_VERSION", "2.0.0");
    held.let_go();
    BOOST_TEST(slow.wait() == 1);
    await(", generation 1 (1.2.3) -> 3 (2.0.0)");
    BOOST_TEST(busy.stop() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
