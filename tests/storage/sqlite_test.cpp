// SPDX-License-Identifier: BSL-1.0
// What only databases in files can be.
#include "fixtures/temp_database.hpp"
#include "storage/database.hpp"
#include "storage/migration_runner.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace extsrc::storage {
namespace {

using testing::soon;

void fails_to_open(const std::string& url, failure_kind kind) {
    BOOST_CHECK_EXCEPTION(database(url, 1, soon()), failure, [&](const failure& failed) { return failed.kind() == kind; });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sqlite_files, testing::temp_folder)

BOOST_AUTO_TEST_CASE(get_their_folder_when_they_are_new) {
    database fresh(database_url("deep/er/test.db"), 1, soon());
    BOOST_TEST(fresh.schema_version(soon()) == newest_schema_version());
}

BOOST_AUTO_TEST_CASE(are_unusable_when_they_are_no_database) {
    std::ofstream(path() / "test.db") << std::string(4096, 'x');
    fails_to_open(database_url(), failure_kind::unusable);
}

BOOST_AUTO_TEST_CASE(are_unavailable_when_a_folder_is_in_their_place) {
    std::filesystem::create_directory(path() / "test.db");
    fails_to_open(database_url(), failure_kind::unavailable);
}

BOOST_AUTO_TEST_CASE(are_no_databases_in_memory) {
    // Every session would have one of its own.
    fails_to_open("sqlite3://db=:memory:", failure_kind::unusable);
}

BOOST_AUTO_TEST_CASE(have_sessions_that_are_durable_and_keep_foreign_keys) {
    database opened(database_url(), 1, soon());
    const auto pragma = [&](const std::string& name) {
        return opened.read(soon(), [&](transaction& open) {
            int value = -1;
            open.sql() << "PRAGMA " + name, soci::into(value);
            return value;
        });
    };
    BOOST_TEST(pragma("synchronous") == 2);
    BOOST_TEST(pragma("foreign_keys") == 1);
    BOOST_TEST(pragma("query_only") == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
