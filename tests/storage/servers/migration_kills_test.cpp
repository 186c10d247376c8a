// SPDX-License-Identifier: BSL-1.0
#include "fixtures/temp_database.hpp"
#include "forwarding_dialect.hpp"
#include "storage/migration_runner.hpp"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

namespace extsrc::storage {
namespace {

using testing::soon;

// Kills the process before its n-th statement.
class killing_logger final : public soci::logger_impl {
public:
    explicit killing_logger(int* left) : left_(left) {}
    void start_query(std::string const&) override {
        if (--*left_ == 0) raise(SIGKILL);
    }

private:
    logger_impl* do_clone() const override { return new killing_logger(left_); }
    int* left_;
};

class killing_dialect final : public forwarding_dialect {
public:
    killing_dialect(std::string_view url, int statement) : forwarding_dialect(url), left_(statement) {}
    std::unique_ptr<soci::session> connect(access mode) const override {
        auto session = forwarding_dialect::connect(mode);
        session->set_logger(soci::logger(new killing_logger(&left_)));
        return session;
    }

private:
    mutable int left_;
};

// Migrates in a process that is killed before a statement. @return whether it was
bool killed_before(int statement, const std::string& url) {
    const pid_t id = fork();
    BOOST_TEST_REQUIRE(id >= 0);
    if (id == 0) {
        try {
            migrate(killing_dialect(url, statement), migrations(), soon());
        } catch (...) {
            _exit(2);
        }
        _exit(0);
    }
    int status = 0;
    BOOST_TEST_REQUIRE(waitpid(id, &status, 0) == id);
    BOOST_TEST_REQUIRE((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
    return WIFSIGNALED(status);
}

// The leases of whoever was killed have ended.
void finish(const dialect& on) {
    const auto later = [] { return system_wall_clock() + 60'000'000; };
    migration_runner(on, migrations(), later).run(soon());
}

void append_rows(soci::session& from, const std::string& query, std::string& to) {
    std::string row;
    soci::statement select = (from.prepare << query, soci::into(row));
    select.execute();
    while (select.fetch()) to.append(row).push_back('\n');
}

// All columns, keys and constraints, as text.
std::string schema_of(const dialect& on) {
    const auto session = on.connect(access::read_only);
    const bool postgresql = on.name() == "postgresql";
    const std::string here = postgresql ? "current_schema()" : "DATABASE()";
    std::string all;
    append_rows(*session,
                "SELECT CONCAT_WS(' ', table_name, column_name, data_type, character_maximum_length, is_nullable, "
                "COALESCE(column_default, 'none'), collation_name) AS line FROM information_schema.columns "
                "WHERE table_schema = " +
                    here + " ORDER BY line",
                all);
    append_rows(*session,
                "SELECT CONCAT_WS(' ', table_name, constraint_name, constraint_type) AS line FROM "
                "information_schema.table_constraints WHERE table_schema = " +
                    here + " AND constraint_name NOT LIKE '%_not_null' ORDER BY line",
                all);
    append_rows(*session,
                postgresql ? "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexdef"
                           : "SELECT CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name, non_unique) AS line "
                             "FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY line",
                all);
    append_rows(*session, "SELECT CONCAT_WS(' ', version, checksum, serves_from) AS line FROM schema_migration ORDER BY line",
                all);
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(killed_migrations)

BOOST_AUTO_TEST_CASE(go_on_from_whatever_statement_they_were_killed_at) {
    const testing::empty_database whole;
    const auto on_whole = make_dialect(database_url::parse(whole.url));
    migrate(*on_whole, migrations(), soon());
    const auto wanted = schema_of(*on_whole);
    BOOST_TEST(wanted.find("write_record") != std::string::npos);

    int statement = 1;
    for (bool killed = true; killed; ++statement) {
        const testing::empty_database half;
        const auto on_half = make_dialect(database_url::parse(half.url));
        killed = killed_before(statement, half.url);
        finish(*on_half);
        BOOST_TEST(schema_of(*on_half) == wanted, "killed before statement " << statement);
    }
    BOOST_TEST(statement > 40);
    BOOST_TEST_MESSAGE("killed before each of " << statement - 2 << " statements");
}

BOOST_AUTO_TEST_CASE(go_on_when_whoever_goes_on_is_killed_too) {
    const testing::empty_database half;
    const auto on_half = make_dialect(database_url::parse(half.url));
    int times = 0;
    const int statements =
        on_half->schema_changes_roll_back() ? 60 : 25;  // no fewer than a step has, where it is one transaction
    // Each gets a few statements further; the lease of the one before has to end first, which a clock makes short.
    while (killed_before(statements, half.url)) {
        BOOST_TEST_REQUIRE(++times < 50);
        const auto session = on_half->connect(access::read_write);
        if (!on_half->schema_changes_roll_back()) *session << "UPDATE schema_turn SET lease_end = 0";
    }
    BOOST_TEST(times > 0);
    const testing::empty_database whole;
    const auto on_whole = make_dialect(database_url::parse(whole.url));
    migrate(*on_whole, migrations(), soon());
    BOOST_TEST(schema_of(*on_half) == schema_of(*on_whole));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
