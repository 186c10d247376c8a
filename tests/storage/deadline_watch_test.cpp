// SPDX-License-Identifier: BSL-1.0
#include "storage/deadline_watch.hpp"

#include "fixtures/temp_database.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

namespace extsrc::storage {
namespace {

using std::chrono::milliseconds;
using testing::soon;

// Runs for a minute at least unless it is broken off.
std::string long_query(const std::string& url) {
    if (url.starts_with("postgresql")) return "SELECT COUNT(*) FROM (SELECT pg_sleep(60)) slept";
    if (url.starts_with("mysql")) return "SELECT SLEEP(60)";
    return "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT COUNT(*) FROM n";
}

struct watched_database : testing::temp_database {
    void count_far(deadline until) {
        (void)database.read(until, [&](transaction& open) {
            long long found = 0;
            open.sql() << long_query(url), soci::into(found);
            return found;
        });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(deadline_watches, watched_database)

BOOST_AUTO_TEST_CASE(break_a_query_off_at_the_callers_deadline) {
    const auto began = std::chrono::steady_clock::now();
    BOOST_CHECK_EXCEPTION(count_far(began + milliseconds(100)), failure, [](const failure& failed) {
        return failed.kind() == failure_kind::unavailable && failed.may_pass();
    });
    const auto took = std::chrono::steady_clock::now() - began;
    BOOST_TEST((took >= milliseconds(100)));
    BOOST_TEST((took < std::chrono::seconds(20)));
}

BOOST_AUTO_TEST_CASE(leave_a_session_alone_that_was_in_time) {
    for (int i = 0; i < 3; ++i) {
        (void)database.schema_version(std::chrono::steady_clock::now() + std::chrono::seconds(5));
        BOOST_CHECK_THROW(count_far(std::chrono::steady_clock::now() + milliseconds(20)), failure);
    }
    BOOST_TEST(database.schema_version(soon()) > 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
