// SPDX-License-Identifier: BSL-1.0
#include "storage/group_commit.hpp"

#include "fixtures/temp_database.hpp"

#include <boost/test/unit_test.hpp>

#include <future>
#include <list>
#include <semaphore>
#include <stdexcept>
#include <string>

namespace extsrc::storage {
namespace {

using testing::soon;

struct numbers {
    testing::temp_folder folder;
    std::unique_ptr<dialect> with = make_dialect(database_url::parse(folder.database_url()));
    std::unique_ptr<soci::session> other = with->connect(access::read_write);

    numbers() { *other << "CREATE TABLE number (n INTEGER PRIMARY KEY, place INTEGER)"; }

    long long count() const {
        long long found = -1;
        *other << "SELECT COUNT(*) FROM number", soci::into(found);
        return found;
    }
};

unit_of_work insert(int n, verdict then = verdict::commit) {
    return [=](transaction& open) {
        open.sql() << "INSERT INTO number (n, place) SELECT :n, COUNT(*) FROM number", soci::use(n, "n");
        return then;
    };
}

// Jobs that all wait behind one that holds the writer back, so that they share its next transaction.
class batch {
public:
    explicit batch(group_commit& writer) : writer_(writer) {
        waiting_.push_back(std::async(std::launch::async, [this] {
            writer_.run(
                [this](transaction&) {
                    entered_.release();
                    go_.acquire();
                    return verdict::roll_back;
                },
                {}, soon(), {});
        }));
        entered_.acquire();
    }

    std::future<void>& add(unit_of_work work, deadline until = soon()) {
        waiting_.push_back(
            std::async(std::launch::async, [this, work = std::move(work), until] { writer_.run(work, {}, until, {}); }));
        return waiting_.back();
    }
    void go() { go_.release(); }

private:
    group_commit& writer_;
    std::binary_semaphore entered_{0};
    std::binary_semaphore go_{0};
    std::list<std::future<void>> waiting_;
};

template <class Work>
void fails(Work&& work, failure_kind kind) {
    BOOST_CHECK_EXCEPTION(work(), failure, [&](const failure& failed) { return failed.kind() == kind; });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(group_commits, numbers)

BOOST_AUTO_TEST_CASE(a_committed_unit_is_there_when_run_returns) {
    group_commit writer(*with);
    writer.run(insert(1), {}, soon(), {});
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(a_unit_that_says_roll_back_leaves_nothing) {
    group_commit writer(*with);
    writer.run(insert(1, verdict::roll_back), {}, soon(), {});
    writer.run(insert(2), {}, soon(), {});
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(what_the_work_throws_reaches_its_caller_and_leaves_nothing) {
    group_commit writer(*with);
    const unit_of_work broken = [](transaction& open) -> verdict {
        insert(1)(open);
        throw std::out_of_range("the work's own");
    };
    BOOST_CHECK_EXCEPTION(writer.run(broken, {}, soon(), {}), std::out_of_range,
                          [](const auto& thrown) { return std::string(thrown.what()) == "the work's own"; });
    BOOST_TEST(count() == 0);
    writer.run(insert(2), {}, soon(), {});
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(database_errors_are_classified) {
    group_commit writer(*with);
    writer.run(insert(1), {}, soon(), {});
    fails([&] { writer.run(insert(1), {}, soon(), {}); }, failure_kind::unique_violation);
    const unit_of_work nonsense = [](transaction& open) {
        open.sql() << "INSERT INTO nowhere VALUES (1)";
        return verdict::commit;
    };
    fails([&] { writer.run(nonsense, {}, soon(), {}); }, failure_kind::internal);
}

BOOST_AUTO_TEST_CASE(a_failing_unit_does_not_harm_those_it_shares_a_transaction_with) {
    group_commit writer(*with);
    batch together(writer);
    auto& one = together.add(insert(1));
    auto& again = together.add(insert(1));
    auto& taken_back = together.add(insert(2, verdict::roll_back));
    auto& thrown = together.add([](transaction& open) -> verdict {
        insert(3)(open);
        throw std::runtime_error("no");
    });
    auto& last = together.add(insert(4));
    together.go();
    // The two that insert 1 arrive in either order; one of them loses.
    int lost = 0;
    for (auto* both : {&one, &again}) {
        try {
            both->get();
        } catch (const failure& failed) {
            BOOST_TEST((failed.kind() == failure_kind::unique_violation));
            ++lost;
        }
    }
    BOOST_TEST(lost == 1);
    taken_back.get();
    BOOST_CHECK_THROW(thrown.get(), std::runtime_error);
    last.get();
    BOOST_TEST(count() == 2);
}

BOOST_AUTO_TEST_CASE(units_of_one_thread_run_in_the_order_they_were_given) {
    group_commit writer(*with);
    for (int n = 0; n < 50; ++n) writer.run(insert(n), {}, soon(), {});
    long long out_of_order = -1;
    *other << "SELECT COUNT(*) FROM number WHERE n <> place", soci::into(out_of_order);
    BOOST_TEST(out_of_order == 0);
}

BOOST_AUTO_TEST_CASE(a_unit_whose_time_is_up_never_begins) {
    group_commit writer(*with);
    bool began = false;
    const unit_of_work late = [&](transaction&) {
        began = true;
        return verdict::commit;
    };
    fails([&] { writer.run(late, {}, std::chrono::steady_clock::now() - std::chrono::seconds(1), {}); },
          failure_kind::unavailable);
    BOOST_TEST(!began);
}

BOOST_AUTO_TEST_CASE(gives_up_at_the_deadline_while_another_process_holds_the_lock) {
    group_commit writer(*with);
    *other << "BEGIN IMMEDIATE";
    fails([&] { writer.run(insert(1), {}, std::chrono::steady_clock::now(), {}); }, failure_kind::unavailable);
    *other << "ROLLBACK";
    BOOST_TEST(count() == 0);
}

BOOST_AUTO_TEST_CASE(nobody_waits_for_the_lock_beyond_his_own_deadline) {
    group_commit writer(*with);
    *other << "BEGIN IMMEDIATE";
    auto patient = std::async(std::launch::async, [&] { writer.run(insert(1), {}, soon(), {}); });
    const auto hurried = [&] {
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
        fails([&] { writer.run(insert(2), {}, until, {}); }, failure_kind::unavailable);
    };
    hurried();  // shares the batch with the patient one, or is queued behind it
    hurried();
    *other << "ROLLBACK";
    patient.get();
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(waits_for_the_lock_when_there_is_time) {
    group_commit writer(*with);
    *other << "BEGIN IMMEDIATE";
    auto waiting = std::async(std::launch::async, [&] { writer.run(insert(1), {}, soon(), {}); });
    BOOST_TEST((waiting.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout));
    *other << "COMMIT";
    waiting.get();
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(many_threads_lose_nothing) {
    group_commit writer(*with);
    std::list<std::future<void>> threads;
    for (int thread = 0; thread < 8; ++thread)
        threads.push_back(std::async(std::launch::async, [&writer, thread] {
            for (int i = 0; i < 25; ++i) writer.run(insert(thread * 100 + i), {}, soon(), {});
        }));
    for (auto& thread : threads) thread.get();
    BOOST_TEST(count() == 200);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
