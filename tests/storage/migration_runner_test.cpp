// SPDX-License-Identifier: BSL-1.0
#include "storage/migration_runner.hpp"

#include "fixtures/temp_database.hpp"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>

namespace extsrc::storage {
namespace {

constexpr migration first{1, "0001_first", "CREATE TABLE a (x INTEGER);\nINSERT INTO a VALUES (1);\n"};
constexpr migration second{2, "0002_second", "CREATE TABLE b (x INTEGER);\n"};
constexpr migration changed{1, "0001_first", "CREATE TABLE a (x BIGINT);\n"};
constexpr migration failing{2, "0002_failing", "CREATE TABLE b (x INTEGER);\nINSERT INTO nowhere VALUES (1);\n"};

struct migrated : testing::empty_database {
    std::unique_ptr<dialect> with = make_dialect(database_url::parse(url));

    template <std::size_t N>
    void run(const std::array<migration, N>& steps) const {
        migrate(*with, steps, testing::soon());
    }

    bool has_table(const std::string& name) const { return understands("SELECT COUNT(*) FROM " + name); }
    long long version() const { return number("SELECT MAX(version) FROM schema_migration"); }

    template <std::size_t N>
    void refuses(const std::array<migration, N>& steps, failure_kind kind, const std::string& named) const {
        BOOST_CHECK_EXCEPTION(run(steps), failure, [&](const failure& failed) {
            return failed.kind() == kind && std::string(failed.what()).find(named) != std::string::npos;
        });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(migration_runs, migrated)

BOOST_AUTO_TEST_CASE(brings_an_empty_database_to_the_newest_schema) {
    migrate(*with, migrations(), testing::soon());
    BOOST_TEST(version() == newest_schema_version());
    BOOST_TEST(has_table("external_source"));
}

BOOST_AUTO_TEST_CASE(does_nothing_the_second_time) {
    run(std::array{first, second});
    run(std::array{first, second});
    BOOST_TEST(number("SELECT COUNT(*) FROM a") == 1);
    BOOST_TEST(number("SELECT COUNT(*) FROM schema_migration") == 2);
}

BOOST_AUTO_TEST_CASE(adds_only_the_steps_that_are_missing) {
    run(std::array{first});
    run(std::array{first, second});
    BOOST_TEST(version() == 2);
    BOOST_TEST(number("SELECT COUNT(*) FROM a") == 1);
}

BOOST_AUTO_TEST_CASE(refuses_a_step_whose_text_was_changed) {
    run(std::array{first});
    refuses(std::array{changed, second}, failure_kind::unusable, "0001_first");
    BOOST_TEST(version() == 1);
    BOOST_TEST(!has_table("b"));
}

BOOST_AUTO_TEST_CASE(refuses_a_database_newer_than_this_build) {
    run(std::array{first, second});
    refuses(std::array{first}, failure_kind::unusable, "0002_second");
    BOOST_TEST(version() == 2);
}

BOOST_AUTO_TEST_CASE(a_failing_step_leaves_nothing_of_itself) {
    refuses(std::array{first, failing}, failure_kind::internal, "schema migration");
    BOOST_TEST(version() == 1);
    BOOST_TEST(!has_table("b"));
    run(std::array{first, second});
    BOOST_TEST(version() == 2);
}

BOOST_AUTO_TEST_CASE(gives_up_at_its_deadline_while_another_holds_the_lock) {
    run(std::array{first});
    const auto other = with->connect(access::read_write);
    *other << "BEGIN IMMEDIATE";
    BOOST_CHECK_EXCEPTION(migrate(*with, std::array{first, second}, std::chrono::steady_clock::now()), failure,
                          [](const failure& failed) { return failed.kind() == failure_kind::timed_out; });
    *other << "ROLLBACK";
    BOOST_TEST(version() == 1);
}

BOOST_AUTO_TEST_CASE(processes_that_start_at_once_take_turns) {
    std::array<int, 2> gate{};
    BOOST_REQUIRE(pipe(gate.data()) == 0);
    std::array<pid_t, 4> processes{};
    for (auto& process : processes) {
        process = fork();
        if (process != 0) continue;
        // The child waits for the gate to close, so that all start together.
        close(gate[1]);
        char nothing = 0;
        int status = read(gate[0], &nothing, 1) == 0 ? 0 : 1;
        try {
            run(std::array{first, second});
        } catch (...) {
            status = 1;
        }
        _exit(status);
    }
    close(gate[0]);
    close(gate[1]);
    for (const auto process : processes) {
        int status = -1;
        BOOST_TEST(waitpid(process, &status, 0) == process);
        BOOST_TEST((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    }
    BOOST_TEST(version() == 2);
    BOOST_TEST(number("SELECT COUNT(*) FROM a") == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
