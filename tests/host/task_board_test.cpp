// SPDX-License-Identifier: BSL-1.0
#include "loader/task_board.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace std::chrono_literals;
using ccphost::task_id;

}  // namespace

BOOST_AUTO_TEST_SUITE(task_board)

BOOST_AUTO_TEST_CASE(a_task_is_due_one_interval_after_it_was_added_and_after_each_run) {
    const auto start = ccphost::task_board::clock::now();
    ccphost::task_board board;
    BOOST_TEST((board.next_due() == ccphost::task_board::clock::time_point::max()));
    board.add("p", {"slow", 60s, ""}, start);
    board.add("p", {"quick", 10s, ""}, start);
    BOOST_TEST(!board.take_due(start + 9s).has_value());
    BOOST_TEST((board.next_due() == start + 10s));
    BOOST_TEST((board.take_due(start + 12s) == task_id{"p", "quick"}));
    BOOST_TEST(!board.take_due(start + 12s).has_value());
    BOOST_TEST((board.next_due() == start + 22s));
}

BOOST_AUTO_TEST_CASE(what_was_missed_is_run_once_and_the_longest_due_first) {
    const auto start = ccphost::task_board::clock::now();
    ccphost::task_board board;
    board.add("p", {"one", 20s, ""}, start);
    board.add("p", {"other", 10s, ""}, start);
    BOOST_TEST((board.take_due(start + 100s) == task_id{"p", "other"}));
    BOOST_TEST((board.take_due(start + 100s) == task_id{"p", "one"}));
    BOOST_TEST(!board.take_due(start + 100s).has_value());
}

BOOST_AUTO_TEST_CASE(the_last_run_is_noted_for_the_plugins_own_task) {
    const auto start = ccphost::task_board::clock::now();
    const auto begun = std::chrono::system_clock::now();
    ccphost::task_board board;
    board.add("p", {"t", 10s, "what it does"}, start);
    board.add("q", {"t", 10s, ""}, start);
    board.ended({"q", "t"}, begun, "busy");
    board.ended({"r", "t"}, begun, "ok");
    const auto list = board.list();
    BOOST_TEST(!list[0].last_run.has_value());
    BOOST_TEST(list[0].description == "what it does");
    BOOST_TEST((list[1].last_run == begun));
    BOOST_TEST(list[1].last_outcome == "busy");
}

BOOST_AUTO_TEST_SUITE_END()
