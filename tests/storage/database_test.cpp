// SPDX-License-Identifier: BSL-1.0
#include "storage/database.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/change_log.hpp"
#include "storage/migration_runner.hpp"
#include "storage/shared_values.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace extsrc::storage {
namespace {

using testing::acme;
using testing::rival;
using testing::soon;
using testing::temp_database;

void put(transaction& open, const std::string& name, const std::string& value) {
    open.sql() << "INSERT INTO shared_value (name, value) VALUES (:name, :value)", soci::use(name, "name"),
        soci::use(value, "value");
}

template <class Work>
void fails(Work&& work, failure_kind kind) {
    BOOST_CHECK_EXCEPTION(work(), failure, [&](const failure& failed) { return failed.kind() == kind; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(databases)

BOOST_FIXTURE_TEST_CASE(a_result_with_a_value_is_committed_and_one_with_an_error_is_not, temp_database) {
    const auto kept = database.write(soon(), [](transaction& open) -> domain::result<int> {
        put(open, "a", "1");
        return 7;
    });
    BOOST_TEST(kept.value() == 7);
    const auto refused = database.write(soon(), [](transaction& open) -> domain::result<int> {
        put(open, "b", "1");
        return domain::failure(domain::errc::conflict, "no");
    });
    BOOST_TEST(refused.error().message == "no");
    BOOST_TEST(number("SELECT COUNT(*) FROM shared_value") == 1);
}

BOOST_FIXTURE_TEST_CASE(after_a_unique_violation_the_work_runs_again_and_sees_the_winner, temp_database) {
    int runs = 0;
    const auto done = database.write(soon(), [&](transaction& open) -> domain::result<std::string> {
        // The first run behaves like one that looked before the winner had committed.
        if (++runs == 1) {
            put(open, "key", "winner");
            put(open, "key", "loser");
        }
        return shared_values(open).get_or_insert("key", "second try");
    });
    BOOST_TEST(runs == 2);
    BOOST_TEST(done.value() == "second try");
    BOOST_TEST(number("SELECT COUNT(*) FROM shared_value") == 1);
}

BOOST_FIXTURE_TEST_CASE(work_that_always_loses_fails_in_the_end, temp_database) {
    int runs = 0;
    const auto loser = [&](transaction& open) -> domain::result<int> {
        ++runs;
        put(open, "key", "1");
        put(open, "key", "2");
        return 0;
    };
    fails([&] { (void)database.write(soon(), loser); }, failure_kind::unique_violation);
    BOOST_TEST(runs > 1);
    BOOST_TEST(runs < 100);
    BOOST_TEST(number("SELECT COUNT(*) FROM shared_value") == 0);
}

// Hears of changes; each piece of work notes one by its name.
struct observed_database : temp_database {
    std::vector<std::string> heard;

    observed_database() {
        database.observe([this](const std::vector<change>& changes) {
            for (const auto& one : changes) heard.push_back(one.subject_id);
        });
    }
    static void note(transaction& open, const std::string& name) { open.note(change_kind::contact, {}, name); }
};

BOOST_FIXTURE_TEST_CASE(changes_are_told_once_they_are_durable_and_no_others, observed_database) {
    (void)database.write(soon(), [](transaction& open) -> domain::result<int> {
        note(open, "kept");
        note(open, "kept");
        return 1;
    });
    (void)database.write(soon(), [](transaction& open) -> domain::result<int> {
        note(open, "refused");
        return domain::failure(domain::errc::conflict, "no");
    });
    (void)database.rehearse(acme(), soon(), [](transaction& open) -> domain::result<int> {
        note(open, "rehearsed");
        return 1;
    });
    BOOST_CHECK_THROW((void)database.write(soon(),
                                           [](transaction& open) -> domain::result<int> {
                                               note(open, "thrown");
                                               throw std::runtime_error("no");
                                           }),
                      std::runtime_error);
    BOOST_TEST(heard == std::vector<std::string>{"kept"}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(changes_of_work_that_ran_again_are_told_once, observed_database) {
    int runs = 0;
    (void)database.write(soon(), [&](transaction& open) -> domain::result<int> {
        note(open, "run " + std::to_string(++runs));
        if (runs == 1) {
            put(open, "key", "winner");
            put(open, "key", "loser");
        }
        return 1;
    });
    BOOST_TEST(heard == std::vector<std::string>{"run 2"}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(an_observer_that_throws_does_not_make_durable_work_look_failed, temp_database) {
    database.observe([](const std::vector<change>&) { throw std::runtime_error("deaf"); });
    const auto done = database.write(soon(), [](transaction& open) -> domain::result<int> {
        open.note(change_kind::contact, {}, "a");
        return 7;
    });
    BOOST_TEST(done.value() == 7);
}

BOOST_FIXTURE_TEST_CASE(an_observer_may_be_named_while_others_write, temp_database) {
    std::atomic<std::size_t> heard = 0;
    const auto until = soon();
    std::thread writing([&] {
        while (heard == 0 && std::chrono::steady_clock::now() < until)
            (void)database.write(until, [](transaction& open) -> domain::result<int> {
                open.note(change_kind::contact, {}, "a");
                return 1;
            });
    });
    database.observe([&](const std::vector<change>& changes) { heard += changes.size(); });
    writing.join();
    BOOST_TEST(heard == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_read_sees_one_snapshot_throughout, temp_database) {
    database.read(soon(), [&](transaction& open) {
        const auto count = [&] {
            int found = -1;
            open.sql() << "SELECT COUNT(*) FROM shared_value", soci::into(found);
            return found;
        };
        BOOST_TEST(count() == 0);
        *raw() << "INSERT INTO shared_value (name, value) VALUES ('a', '1')";
        BOOST_TEST(count() == 0);
        return 0;
    });
    BOOST_TEST(number("SELECT COUNT(*) FROM shared_value") == 1);
}

BOOST_FIXTURE_TEST_CASE(a_read_that_throws_leaves_its_session_usable, temp_database) {
    for (int i = 0; i < 10; ++i)
        BOOST_CHECK_THROW(database.read(soon(), [](transaction&) -> int { throw std::out_of_range("own"); }),
                          std::out_of_range);
    for (int i = 0; i < 10; ++i)
        fails(
            [&] {
                database.read(soon(), [](transaction& open) {
                    open.sql() << "SELECT nothing FROM nowhere";
                    return 0;
                });
            },
            failure_kind::internal);
    BOOST_TEST(database.schema_version(soon()) == newest_schema_version());
}

BOOST_FIXTURE_TEST_CASE(a_read_cannot_write, temp_database) {
    BOOST_CHECK_THROW(database.read(soon(),
                                    [](transaction& open) {
                                        put(open, "a", "1");
                                        return 0;
                                    }),
                      failure);
    BOOST_TEST(number("SELECT COUNT(*) FROM shared_value") == 0);
}

BOOST_FIXTURE_TEST_CASE(shared_values_keep_the_first_candidate, temp_database) {
    const auto ask = [&](const std::string& candidate) {
        return database
            .write(soon(),
                   [&](transaction& open) -> domain::result<std::string> {
                       return shared_values(open).get_or_insert("key", candidate);
                   })
            .value();
    };
    BOOST_TEST(ask("one") == "one");
    BOOST_TEST(ask("two") == "one");
}

BOOST_FIXTURE_TEST_CASE(the_change_log_is_gapless_for_each_organization, temp_database) {
    for (int i = 1; i <= 5; ++i) {
        const bool keep = i != 3;  // one change is taken back
        (void)database.write(soon(), [&](transaction& open) -> domain::result<void> {
            change_log(open).append(acme(), change_kind::contact, domain::random_uuid(), i);
            if (i == 1) change_log(open).append(rival(), change_kind::external_source, domain::random_uuid(), i);
            if (!keep) return domain::failure(domain::errc::conflict, "no");
            return {};
        });
    }
    const std::string of_acme = " FROM change_log WHERE organization_id = '" + acme().text() + "'";
    BOOST_TEST(number("SELECT COUNT(*)" + of_acme) == 4);
    BOOST_TEST(number("SELECT MIN(generation)" + of_acme) == 1);
    BOOST_TEST(number("SELECT MAX(generation)" + of_acme) == 4);
    database.read(soon(), [](transaction& open) {
        BOOST_TEST(change_log(open).generation(acme()) == 4);
        BOOST_TEST(change_log(open).generation(rival()) == 1);
        return 0;
    });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
