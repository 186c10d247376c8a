// SPDX-License-Identifier: BSL-1.0
#include "storage/build_lease.hpp"

#include "builds.hpp"
#include "fixtures/samples.hpp"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <utility>

namespace extsrc::storage {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::soon;

// Serves as a build of version 5 in a process of its own, until that is killed.
class other_process {
public:
    explicit other_process(shared_database& shared) {
        std::array<int, 2> ready{};
        BOOST_REQUIRE(pipe(ready.data()) == 0);
        id_ = fork();
        if (id_ == 0) serve(shared, ready[1]);
        close(ready[1]);
        char sign = 0;
        const bool serves = id_ > 0 && read(ready[0], &sign, 1) == 1;
        close(ready[0]);
        // No destructor runs after a requirement that fails here.
        if (!serves) kill();
        BOOST_TEST_REQUIRE(serves);
    }
    other_process(const other_process&) = delete;
    other_process& operator=(const other_process&) = delete;
    ~other_process() { kill(); }

    void kill() {
        if (id_ <= 0) return;
        ::kill(id_, SIGKILL);
        ::waitpid(id_, nullptr, 0);
        id_ = 0;
    }

private:
    [[noreturn]] static void serve(shared_database& shared, int ready) noexcept {
        try {
            const auto serving = shared.start(5);
            while (write(ready, "+", 1) == 1) pause();
        } catch (...) {  // NOLINT(bugprone-empty-catch): a process that ends has given no sign
        }
        _exit(1);
    }

    pid_t id_ = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(build_leases, shared_database)

BOOST_AUTO_TEST_CASE(a_killed_process_counts_as_serving_until_its_lease_ends) {
    other_process old(*this);
    BOOST_TEST(start(7)->schema_version(soon()) == 6);
    old.kill();
    BOOST_TEST(contract(seconds(59)) == "0/1");
    BOOST_TEST(has_old_form());
    BOOST_TEST(contract(seconds(61)) == "1/0");
    BOOST_TEST(!has_old_form());
}

// Of two steps: the first is applied and takes longer than a lease, the second would break the older build.
BOOST_AUTO_TEST_CASE(a_lease_does_not_end_while_a_step_of_the_schema_keeps_it_from_being_renewed) {
    const auto old = start_and_kill(5);
    bool begun = false;
    const auto dialect = make_dialect(database_url::parse(url));
    // A step shows from aside where its statements commit by themselves; else the clock is looked at once before it.
    const auto is_over = [&] {
        return dialect->schema_changes_roll_back() ? std::exchange(begun, true) : understands("SELECT COUNT(title) FROM pet");
    };
    const auto slow = [&] { return is_over() ? now + 61'000'000 : now.load(); };
    migration_runner(*dialect, knowing(7), slow).run(soon());
    BOOST_TEST(number("SELECT MAX(version) FROM schema_migration") == 6);
    BOOST_TEST(number("SELECT lease_end FROM serving_build") == old.lease_end + 61'000'000);
    BOOST_TEST(contract(seconds(61 + 59)) == "0/1");
    BOOST_TEST(contract(seconds(61 + 61)) == "1/0");
}

BOOST_AUTO_TEST_CASE(a_lease_that_had_ended_before_a_step_began_is_not_extended_by_it) {
    (void)start_and_kill(5);
    now += 61'000'000;
    const auto dialect = make_dialect(database_url::parse(url));
    migration_runner(*dialect, knowing(7), [&] { return now += 1; }).run(soon());
    BOOST_TEST(number("SELECT MAX(version) FROM schema_migration") == 7);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 0);
}

BOOST_AUTO_TEST_CASE(an_instance_that_goes_on_serving_renews_its_lease) {
    start(6).reset();
    const auto old = start(5, milliseconds(1));
    const auto first_end = now + 60'000'000;
    now += 50'000'000;
    BOOST_TEST(eventually([&] { return number("SELECT lease_end FROM serving_build") > first_end; }));
    BOOST_TEST(contract(seconds(59)) == "0/1");
    BOOST_TEST(!old->refusal().has_value());
}

BOOST_AUTO_TEST_CASE(an_instance_that_stops_is_not_waited_for) {
    start(5).reset();
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 0);
}

BOOST_AUTO_TEST_CASE(an_instance_stops_in_good_time_while_its_renewal_waits_for_the_database) {
    std::atomic<int> renewals = 0;
    auto with = terms();
    with.renewal = milliseconds(10);
    with.now = [&] { return ++renewals, now.load(); };
    auto old = std::make_unique<database>(url, 1, soon(), with, knowing(5));
    const auto other = raw();
    other->begin();
    *other << "UPDATE serving_build SET lease_end = lease_end";
    const auto until = std::chrono::steady_clock::now() + milliseconds(100);
    BOOST_TEST(eventually([&] { return std::chrono::steady_clock::now() > until; }));
    const auto before = renewals.load();
    const auto began = std::chrono::steady_clock::now();
    old.reset();
    BOOST_TEST((std::chrono::steady_clock::now() - began < seconds(3)));
    BOOST_TEST(renewals == before);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 1);
}

BOOST_AUTO_TEST_CASE(a_stop_that_has_no_time_leaves_the_instance_to_the_end_of_its_lease) {
    auto old = start(5);
    old->stop_serving(std::chrono::steady_clock::now() - seconds(1));
    old.reset();
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 1);
    start(5)->stop_serving(soon());
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 1);
}

BOOST_AUTO_TEST_CASE(an_instance_that_was_killed_is_forgotten_when_another_starts_after_the_end_of_its_lease) {
    (void)start_and_kill(5);
    (void)start_and_kill(5);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 2);
    now += 60'000'001;
    const auto next = start(5);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 1);
}

BOOST_AUTO_TEST_CASE(a_start_that_fails_is_not_waited_for) {
    const auto old = start_and_kill(5);
    BOOST_TEST(refusal_of(8) != "");
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build WHERE instance_id = '" + old.instance_id + "'") == 1);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 1);
}

BOOST_AUTO_TEST_CASE(an_instance_that_was_forgotten_enters_again_while_the_schema_admits_it) {
    const auto old = start(5, milliseconds(1));
    // To whose clock is ahead the lease looks ended, however often it is renewed.
    const database expanding(url, 1, soon(), terms(seconds(61)), knowing(6));
    BOOST_TEST(eventually([&] { return number("SELECT COUNT(*) FROM serving_build WHERE schema_version = 5") == 1; }));
    BOOST_TEST(use_old_form(*old, 1) == "Rex 1");
    BOOST_TEST(!old->refusal().has_value());
}

BOOST_AUTO_TEST_CASE(an_instance_that_slept_through_a_contraction_is_refused_and_says_so_once) {
    start(6).reset();
    std::atomic<int> told = 0;
    auto with = terms();
    with.renewal = milliseconds(1);
    with.on_refusal = [&](const std::string& why) { told += why.ends_with("this build knows 5") ? 1 : 100; };
    const database old(url, 2, soon(), with, knowing(5));
    BOOST_TEST(contract(seconds(61)) == "1/0");
    BOOST_TEST(eventually([&] { return old.refusal().has_value(); }));
    BOOST_TEST(*old.refusal() ==
               "the database, with schema step 0007_contract, serves builds that know schema version 7 or newer; "
               "this build knows 5");
    BOOST_TEST(eventually([&] { return told > 0; }));
    const auto renewals = std::chrono::steady_clock::now() + milliseconds(50);
    BOOST_TEST(eventually([&] { return std::chrono::steady_clock::now() > renewals; }));
    BOOST_TEST(told == 1);
    BOOST_TEST(number("SELECT COUNT(*) FROM serving_build") == 0);
}

BOOST_AUTO_TEST_CASE(a_refused_instance_neither_reads_nor_writes_but_tells_the_schema) {
    start(6).reset();
    const auto old = start(5, milliseconds(1));
    BOOST_TEST(contract(seconds(61)) == "1/0");
    BOOST_TEST(eventually([&] { return old->refusal().has_value(); }));
    const auto says_why = [&](const failure& failed) {
        return failed.kind() == failure_kind::unavailable && failed.what() == *old->refusal();
    };
    int ran = 0;
    const auto work = [&](transaction&) { return domain::result<int>(++ran); };
    BOOST_CHECK_EXCEPTION((void)old->read(soon(), work), failure, says_why);
    BOOST_CHECK_EXCEPTION((void)old->write(soon(), work), failure, says_why);
    BOOST_CHECK_EXCEPTION((void)old->rehearse(testing::acme(), soon(), work), failure, says_why);
    BOOST_TEST(ran == 0);
    BOOST_TEST(old->schema_version(soon()) == 7);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
