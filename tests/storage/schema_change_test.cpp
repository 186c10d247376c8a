// SPDX-License-Identifier: BSL-1.0
#include "builds.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <vector>

namespace extsrc::storage {
namespace {

using testing::soon;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(schema_changes, shared_database)

BOOST_AUTO_TEST_CASE(an_empty_database_gets_every_step_at_once) {
    const auto fresh = start(6);
    BOOST_TEST(fresh->schema_version(soon()) == 6);
    BOOST_TEST(fresh->steps_after(6).empty());
    BOOST_TEST(number("SELECT MAX(serves_from) FROM schema_migration") == 6);
}

BOOST_DATA_TEST_CASE_F(shared_database, a_database_from_before_builds_were_counted_gets_every_step_at_once,
                       boost::unit_test::data::make({1, 2})) {
    migrate(*make_dialect(database_url::parse(url)), migrations().first(static_cast<std::size_t>(sample)), soon());
    const auto upgraded = start(6);
    BOOST_TEST(upgraded->schema_version(soon()) == 6);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build WHERE schema_version = 6") == 1);
}

BOOST_AUTO_TEST_CASE(a_build_expands_the_schema_while_an_older_one_goes_on_reading_and_writing) {
    const auto old = start(4);
    BOOST_TEST(use_old_form(*old, 1) == "Rex 1");
    const auto expanding = start(5);
    BOOST_TEST(expanding->schema_version(soon()) == 5);
    BOOST_TEST(use_old_form(*old, 2) == "Rex 2");
    BOOST_TEST(number("SELECT COUNT(*) FROM pet WHERE title = ''") == 2);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 2);
}

BOOST_AUTO_TEST_CASE(nothing_is_contracted_while_a_build_serves_that_needs_it) {
    const auto old = start(4);
    const auto contracting = start(6);
    BOOST_TEST(contracting->schema_version(soon()) == 5);
    BOOST_TEST(contracting->steps_after(5) == std::vector<std::string>{"0006_contract"}, boost::test_tools::per_element());
    BOOST_TEST(contract() == "0/1");
    BOOST_TEST(use_old_form(*old, 1) == "Rex 1");
}

BOOST_AUTO_TEST_CASE(a_schema_is_contracted_once_the_older_build_has_left) {
    auto old = start(4);
    const auto contracting = start(6);
    old.reset();
    const std::atomic<bool> ending = false;
    const auto made = contracting->contract(soon(), ending);
    BOOST_TEST(made.contracted == 1U);
    BOOST_TEST(made.waiting == 0U);
    BOOST_TEST(contracting->schema_version(soon()) == 6);
    BOOST_TEST(!has_old_form());
    BOOST_TEST(contract() == "0/0");
}

BOOST_AUTO_TEST_CASE(a_contraction_waits_for_the_last_of_several_older_builds) {
    auto old = start(4);
    auto other = start(5);
    const auto contracting = start(6);
    old.reset();
    BOOST_TEST(contract() == "0/1");
    other.reset();
    BOOST_TEST(contract() == "1/0");
}

BOOST_AUTO_TEST_CASE(a_build_of_the_past_starts_after_an_expansion_and_serves) {
    start(5).reset();
    const auto past = start(4);
    BOOST_TEST(use_old_form(*past, 1) == "Rex 1");
}

BOOST_AUTO_TEST_CASE(a_build_of_the_past_starts_while_a_contraction_waits_and_holds_it_up) {
    auto old = start(4);
    const auto contracting = start(6);
    const auto past = start(4);
    old.reset();
    BOOST_TEST(contract() == "0/1");
    BOOST_TEST(use_old_form(*past, 1) == "Rex 1");
}

BOOST_AUTO_TEST_CASE(a_build_of_the_past_is_refused_after_a_contraction) {
    start(6).reset();
    BOOST_TEST(refusal_of(5) ==
               "the database, with schema step 0006_contract, serves builds that know schema version 6 or newer; "
               "this build knows 5");
    BOOST_TEST(refusal_of(6) == "");
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 0);
}

BOOST_AUTO_TEST_CASE(a_contraction_stays_in_force_under_later_expansions) {
    start(7).reset();
    BOOST_TEST(contains(refusal_of(5), "with schema step 0006_contract, serves builds that know schema version 6"));
    BOOST_TEST(refusal_of(6) == "");
}

BOOST_AUTO_TEST_CASE(a_build_with_a_step_behind_a_contraction_that_has_to_wait_is_refused) {
    auto old = start(4);
    const auto entered = number("SELECT COUNT(*) FROM serving_build");
    const auto why = refusal_of(7);
    BOOST_TEST(contains(why, "0006_contract waits for instance "), why);
    BOOST_TEST(contains(why, "which serves with schema version 4, and 0007_expand_again"), why);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == entered);
    BOOST_TEST(use_old_form(*old, 1) == "Rex 1");
    old.reset();
    BOOST_TEST(start(7)->schema_version(soon()) == 7);
}

BOOST_AUTO_TEST_CASE(a_step_that_does_not_say_whom_it_serves_is_not_applied_under_an_older_build) {
    const auto old = start(4);
    std::vector<migration> steps(knowing(4).begin(), knowing(4).end());
    steps.push_back({5, "0005_silent", "DROP TABLE pet;\n"});
    BOOST_CHECK_EXCEPTION(database(url, 1, soon(), terms(), steps), failure, [](const failure& failed) {
        return failed.kind() == failure_kind::unusable && contains(failed.what(), "0005_silent waits for instance");
    });
    BOOST_TEST(use_old_form(*old, 1) == "Rex 1");
}

BOOST_AUTO_TEST_CASE(a_contraction_that_is_to_end_stops_between_two_steps) {
    auto steps = std::vector<migration>(knowing(6).begin(), knowing(6).end());
    steps.push_back({7, "0007_contract", "-- serves builds from: 7\nDROP TABLE pet;\n"});
    std::atomic<bool> ending = false;
    auto with = terms();
    with.now = [&] { return ending = true, now.load(); };
    auto old = start(4);
    database contracting(url, 1, soon(), with, steps);
    old.reset();
    ending = false;
    const auto begun = contracting.contract(soon(), ending);
    BOOST_TEST(begun.contracted == 1U);
    BOOST_TEST(begun.waiting == 1U);
}

BOOST_AUTO_TEST_CASE(a_contraction_that_is_to_end_does_not_begin) {
    auto old = start(4);
    const auto contracting = start(6);
    old.reset();
    const std::atomic<bool> ending = true;
    const auto begun = contracting->contract(soon(), ending);
    BOOST_TEST(begun.contracted == 0U);
    BOOST_TEST(begun.waiting == 1U);
    BOOST_TEST(has_old_form());
}

BOOST_AUTO_TEST_CASE(a_contraction_that_is_to_end_does_not_wait_for_the_lock) {
    auto old = start(4);
    const auto contracting = start(6);
    old.reset();
    const auto other = make_dialect(database_url::parse(url))->connect(access::read_write);
    *other << "BEGIN IMMEDIATE";
    std::atomic<bool> ending = false;
    auto begun = std::async(std::launch::async, [&] { return contracting->contract(soon(), ending); });
    BOOST_TEST((begun.wait_for(std::chrono::milliseconds(20)) == std::future_status::timeout));
    ending = true;
    BOOST_TEST(begun.get().contracted == 0U);
    *other << "ROLLBACK";
    BOOST_TEST(has_old_form());
}

BOOST_AUTO_TEST_CASE(a_contraction_that_has_nothing_to_do_locks_nobody_out) {
    const auto serving = start(6);
    const auto other = make_dialect(database_url::parse(url))->connect(access::read_write);
    *other << "BEGIN IMMEDIATE";
    const std::atomic<bool> ending = false;
    const auto made = serving->contract(std::chrono::steady_clock::now(), ending);
    BOOST_TEST(made.contracted == 0U);
    BOOST_TEST(made.waiting == 0U);
    *other << "ROLLBACK";
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
