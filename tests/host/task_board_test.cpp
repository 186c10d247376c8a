// SPDX-License-Identifier: BSL-1.0
#include "loader/task_board.hpp"

#include <boost/test/unit_test.hpp>

#include <future>

namespace {

using namespace std::chrono_literals;
using ccphost::task_id;

}  // namespace

BOOST_AUTO_TEST_SUITE(task_board)

BOOST_AUTO_TEST_CASE(a_task_is_due_one_interval_after_it_was_added_and_after_each_run) {
    const auto start = ccphost::task_board::clock::now();
    ccphost::task_board board;
    board.put("p", {{"slow", 60s, ""}, {"quick", 10s, ""}}, start);
    BOOST_TEST(!board.take_due(start + 9s).has_value());
    BOOST_TEST((board.take_due(start + 12s) == task_id{"p", "quick"}));
    BOOST_TEST(!board.take_due(start + 12s).has_value());
    BOOST_TEST((board.list()[1].next_run == start + 22s));
}

BOOST_AUTO_TEST_CASE(what_was_missed_is_run_once_and_the_longest_due_first) {
    const auto start = ccphost::task_board::clock::now();
    ccphost::task_board board;
    board.put("p", {{"one", 20s, ""}, {"other", 10s, ""}}, start);
    BOOST_TEST((board.take_due(start + 100s) == task_id{"p", "other"}));
    BOOST_TEST((board.take_due(start + 100s) == task_id{"p", "one"}));
    BOOST_TEST(!board.take_due(start + 100s).has_value());
}

BOOST_AUTO_TEST_CASE(the_last_run_is_noted_for_the_plugins_own_task) {
    const auto start = ccphost::task_board::clock::now();
    const auto begun = std::chrono::system_clock::now();
    ccphost::task_board board;
    board.put("p", {{"t", 10s, "what it does"}}, start);
    board.put("q", {{"t", 10s, ""}}, start);
    board.ended({"q", "t"}, begun, "busy");
    board.ended({"r", "t"}, begun, "ok");
    const auto list = board.list();
    BOOST_TEST(!list[0].last_run.has_value());
    BOOST_TEST(list[0].description == "what it does");
    BOOST_TEST((list[1].last_run == begun));
    BOOST_TEST(list[1].last_outcome == "busy");
}

BOOST_AUTO_TEST_CASE(a_task_that_stays_goes_on_where_it_was_and_the_others_go) {
    const auto start = ccphost::task_board::clock::now();
    const auto begun = std::chrono::system_clock::now();
    ccphost::task_board board;
    board.put("p", {{"stays", 100s, ""}, {"sooner", 100s, ""}, {"goes", 100s, ""}}, start);
    board.put("q", {{"goes", 100s, ""}}, start);
    board.ended({"p", "stays"}, begun, "ok");
    board.put("p", {{"stays", 100s, "now told"}, {"sooner", 10s, ""}, {"comes", 100s, ""}}, start + 50s);
    const auto list = board.list();
    BOOST_TEST_REQUIRE(list.size() == 4U);
    BOOST_TEST((list[0].id == task_id{"q", "goes"}));
    BOOST_TEST((list[1].last_run == begun));
    BOOST_TEST(list[1].description == "now told");
    BOOST_TEST((list[1].next_run == start + 100s));
    BOOST_TEST((list[2].next_run == start + 60s));
    BOOST_TEST((list[3].next_run == start + 150s));
}

BOOST_AUTO_TEST_CASE(waiting_ends_with_a_task_that_is_put_on_and_with_the_board) {
    ccphost::task_board board;
    auto waiting = std::async(std::launch::async, [&] { return board.wait_due(); });
    board.put("p", {{"t", 1s, ""}}, ccphost::task_board::clock::now() - 1s);
    BOOST_TEST((waiting.get() == task_id{"p", "t"}));
    auto again = std::async(std::launch::async, [&] { return board.wait_due(); });
    board.close();
    BOOST_TEST(!again.get().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
