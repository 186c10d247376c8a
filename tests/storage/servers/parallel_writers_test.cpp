// SPDX-License-Identifier: BSL-1.0
#include "storage/parallel_writers.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "forwarding_dialect.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace extsrc::storage {
namespace {

using testing::acme;
using testing::rival;
using testing::soon;

// Loses the connection at a COMMIT, as many times as planned.
class losing_dialect final : public forwarding_dialect {
public:
    enum class when : bool { before, after };
    using forwarding_dialect::forwarding_dialect;

    void lose(int times, when moment) {
        moment_ = moment;
        left_ = times;
    }
    void refuse_connections(bool refuse) { refusing_ = refuse; }

    std::unique_ptr<soci::session> connect(access mode) const override {
        if (refusing_) throw failure(failure_kind::unavailable, "nobody is let in");
        return forwarding_dialect::connect(mode);
    }
    void commit(soci::session& session) const override {
        if (left_ <= 0) return forwarding_dialect::commit(session);
        --left_;
        if (moment_ == when::after) forwarding_dialect::commit(session);
        break_off(session)();
        session << "COMMIT";
    }

private:
    mutable std::atomic<int> left_ = 0;
    when moment_ = when::before;
    std::atomic<bool> refusing_ = false;
};

struct writers : testing::temp_database {
    losing_dialect dialect{url};
    deadline_watch watch{dialect};
    parallel_writers writer{dialect, watch, 4, system_wall_clock};

    // Puts a value, once: a second time is a unique violation.
    static unit_of_work put(const std::string& name) {
        return [name](transaction& open) {
            open.sql() << "INSERT INTO shared_value (name, value) VALUES (:name, 'x')", soci::use(name, "name");
            open.note(change_kind::contact, acme(), name);
            return verdict::commit;
        };
    }
    void run(const unit_of_work& work, deadline until = soon()) { writer.run(work, acme(), until, {}); }
    long long values() const { return number("SELECT COUNT(*) FROM shared_value WHERE value = 'x'"); }
};

bool disconnected(const failure& failed) {
    return failed.kind() == failure_kind::disconnected;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(parallel_writing, writers)

BOOST_AUTO_TEST_CASE(a_commit_that_was_made_before_the_connection_broke_is_found_out_and_succeeds) {
    int told = 0;
    writer.observe([&](const std::vector<change>& changes) { told += static_cast<int>(changes.size()); });
    dialect.lose(1, losing_dialect::when::after);
    run(put("a"));
    BOOST_TEST(values() == 1);
    BOOST_TEST(told == 1);
}

BOOST_AUTO_TEST_CASE(a_commit_that_was_not_made_is_found_out_and_may_be_repeated) {
    dialect.lose(1, losing_dialect::when::before);
    BOOST_CHECK_EXCEPTION(run(put("a")), failure, disconnected);
    BOOST_TEST(values() == 0);
    run(put("a"));
    BOOST_TEST(values() == 1);
}

BOOST_AUTO_TEST_CASE(what_settles_a_commit_may_lose_its_connection_too) {
    dialect.lose(3, losing_dialect::when::after);
    run(put("a"));
    BOOST_TEST(values() == 1);
    dialect.lose(3, losing_dialect::when::before);
    BOOST_CHECK_EXCEPTION(run(put("b")), failure, disconnected);
    BOOST_TEST(values() == 1);
}

BOOST_AUTO_TEST_CASE(an_outcome_nobody_can_find_out_is_said_to_be_unknown) {
    (void)writer;
    dialect.lose(1, losing_dialect::when::after);
    const auto work = [&](transaction& open) {
        dialect.refuse_connections(true);
        return put("a")(open);
    };
    BOOST_CHECK_EXCEPTION(run(work, std::chrono::steady_clock::now() + std::chrono::milliseconds(300)), failure,
                          [](const failure& failed) { return failed.kind() == failure_kind::outcome_unknown; });
    BOOST_TEST(values() == 1);
}

BOOST_AUTO_TEST_CASE(a_broken_connection_before_the_commit_changes_nothing) {
    const auto work = [&](transaction& open) {
        (void)put("a")(open);
        dialect.break_off(open.sql())();
        return put("b")(open);
    };
    BOOST_CHECK_EXCEPTION(run(work), failure, disconnected);
    BOOST_TEST(values() == 0);
}

BOOST_AUTO_TEST_CASE(works_of_one_organization_see_each_other_and_lose_nothing) {
    database.write(soon(), [](transaction& open) -> domain::result<int> {
        open.sql() << "INSERT INTO shared_value (name, value) VALUES ('count', '0')";
        return 0;
    });
    const auto count_up = [&] {
        for (int i = 0; i < 25; ++i)
            (void)database.write(acme(), soon(), [](transaction& open) -> domain::result<int> {
                std::string value;
                open.sql() << "SELECT value FROM shared_value WHERE name = 'count'", soci::into(value);
                value = std::to_string(std::stoi(value) + 1);
                open.sql() << "UPDATE shared_value SET value = :value WHERE name = 'count'", soci::use(value, "value");
                return 0;
            });
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back(count_up);
    threads.clear();
    BOOST_TEST(number("SELECT CAST(value AS DECIMAL) FROM shared_value WHERE name = 'count'") == 100);
}

BOOST_AUTO_TEST_CASE(works_of_two_organizations_do_not_wait_for_each_other) {
    run(put("a"));  // both rows are there
    writer.run(put("b"), rival(), soon(), {});
    std::promise<void> entered;
    std::promise<void> go_on;
    auto slow = std::async(std::launch::async, [&] {
        writer.run(
            [&](transaction&) {
                entered.set_value();
                go_on.get_future().wait();
                return verdict::commit;
            },
            acme(), soon(), {});
    });
    entered.get_future().wait();
    writer.run(put("c"), rival(), soon(), {});
    BOOST_TEST(values() == 3);
    go_on.set_value();
    slow.get();
}

BOOST_AUTO_TEST_CASE(records_are_forgotten_after_an_hour) {
    run(put("a"));
    BOOST_TEST(number("SELECT COUNT(*) FROM write_record") > 0);
    database.forget_write_records(soon());
    const auto before = number("SELECT COUNT(*) FROM write_record");
    BOOST_TEST(before > 0);
    *raw() << "UPDATE write_record SET written_at = written_at - 3700000000";
    database.forget_write_records(soon());
    BOOST_TEST(number("SELECT COUNT(*) FROM write_record") == 1);  // of forgetting itself
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
