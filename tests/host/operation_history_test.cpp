// SPDX-License-Identifier: BSL-1.0
#include "loader/operation_history.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using ccphost::operation_report;
using ccphost::plugin_operation;

operation_report reported(const std::string& plugin, const std::string& message) {
    operation_report report{.what = plugin_operation::reload, .plugin = plugin, .actor = "uid 7"};
    report.message = message;
    return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(operation_history)

BOOST_AUTO_TEST_CASE(the_last_twenty_are_kept_with_the_newest_last) {
    ccphost::operation_history history;
    for (int i = 1; i <= 23; ++i) history.add(reported("p", std::to_string(i)));
    const auto list = history.list();
    BOOST_TEST_REQUIRE(list.size() == 20U);
    BOOST_TEST(list.front().message == "4");
    BOOST_TEST(list.back().message == "23");
}

BOOST_AUTO_TEST_CASE(the_last_of_a_plugin_is_its_own) {
    ccphost::operation_history history;
    history.add(reported("p", "first"));
    history.add(reported("p", "second"));
    history.add(reported("q", "third"));
    BOOST_TEST(history.last_of("p").value().message == "second");
    BOOST_TEST(!history.last_of("r").has_value());
}

BOOST_AUTO_TEST_CASE(the_line_of_a_report_says_what_served_before_and_after) {
    auto report = reported("p", "");
    report.from = {1, "1.0.0", ""};
    report.to = {2, "1.1.0", ""};
    report.took = std::chrono::microseconds(1500);
    report.steps = {{ccphost::step::drain, std::chrono::microseconds(700), "2 in flight"}};
    BOOST_TEST(one_line(report) ==
               "reload p for uid 7, generation 1 (1.0.0) -> 2 (1.1.0): done in 1.5 ms · drain 0.7 ms (2 in flight)");
}

BOOST_AUTO_TEST_CASE(an_unload_that_was_refused_ended_nothing) {
    auto report = reported("p", "unload: it is needed");
    report.what = plugin_operation::unload;
    report.from = {1, "1.0.0", ""};
    report.outcome = ccphost::operation_outcome::refused;
    BOOST_TEST(one_line(report) == "unload p for uid 7: refused in 0.0 ms: unload: it is needed");
    report.outcome = ccphost::operation_outcome::done;
    report.message = "";
    BOOST_TEST(one_line(report) == "unload p for uid 7, generation 1 (1.0.0) -> none: done in 0.0 ms");
}

BOOST_AUTO_TEST_SUITE_END()
