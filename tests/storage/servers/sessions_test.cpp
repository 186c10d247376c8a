// SPDX-License-Identifier: BSL-1.0
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "forwarding_dialect.hpp"
#include "storage/session_pool.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace extsrc::storage {
namespace {

using std::chrono::milliseconds;
using testing::soon;
using clock = std::chrono::steady_clock;

// Takes its time to connect, or lets nobody in.
class slow_door final : public forwarding_dialect {
public:
    using forwarding_dialect::forwarding_dialect;
    std::atomic<bool> closed = false;
    std::atomic<milliseconds> delay{milliseconds(0)};
    mutable std::atomic<int> knocks = 0;

    std::unique_ptr<soci::session> connect(access mode) const override {
        ++knocks;
        std::this_thread::sleep_for(delay.load());
        if (closed) throw failure(failure_kind::unavailable, "nobody is let in");
        return forwarding_dialect::connect(mode);
    }
};

// Ends every other connection to the database.
void break_all_others(soci::session& by, bool postgresql) {
    if (postgresql) {
        by << "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
              "pid <> pg_backend_pid()";
        return;
    }
    std::vector<long long> found(100);
    by << "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()", soci::into(found);
    for (const auto id : found) by << "KILL CONNECTION " + std::to_string(id);
}

struct door : testing::own_database {
    slow_door dialect{url};
    deadline_watch watch{dialect};
    session_pool pool{dialect, watch, access::read_only, 3};

    static bool unavailable(const failure& failed) { return failed.kind() == failure_kind::unavailable; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sessions_on_servers, door)

BOOST_AUTO_TEST_CASE(who_borrows_waits_no_longer_than_asked_for_a_server_that_does_not_let_anybody_in) {
    dialect.delay = milliseconds(1500);
    const auto began = clock::now();
    BOOST_CHECK_EXCEPTION((void)pool.borrow(began + milliseconds(50)), failure, unavailable);
    BOOST_TEST((clock::now() - began < milliseconds(1000)));
}

BOOST_AUTO_TEST_CASE(a_server_that_refuses_is_asked_again_with_pauses_and_found_when_it_is_back) {
    dialect.closed = true;
    const auto until = clock::now() + milliseconds(500);
    int refused = 0;
    for (; clock::now() < until; ++refused) BOOST_CHECK_EXCEPTION((void)pool.borrow(soon()), failure, unavailable);
    BOOST_TEST(refused > 100);
    BOOST_TEST(dialect.knocks < 20);
    dialect.closed = false;
    while (clock::now() < until + std::chrono::seconds(20)) {
        try {
            auto lease = pool.borrow(soon());
            int one = 0;
            lease.session() << "SELECT 1", soci::into(one);
            BOOST_TEST(one == 1);
            return;
        } catch (const failure&) {
            std::this_thread::sleep_for(milliseconds(20));
        }
    }
    BOOST_FAIL("it was not found again");
}

BOOST_AUTO_TEST_CASE(a_broken_session_takes_the_idle_ones_with_it) {
    {
        auto one = pool.borrow(soon());
        auto two = pool.borrow(soon());
    }
    BOOST_TEST(dialect.knocks == 2);
    {
        auto lease = pool.borrow(soon());
        lease.discard_with_idle();
    }
    auto lease = pool.borrow(soon());
    BOOST_TEST(dialect.knocks == 3);
}

BOOST_AUTO_TEST_CASE(reads_go_on_when_every_connection_was_broken) {
    storage::database database(url, 3, soon());
    BOOST_TEST(database.schema_version(soon()) > 0);
    break_all_others(*raw(), dialect.name() == "postgresql");
    BOOST_TEST(database.schema_version(soon()) > 0);
    const auto written = database.write(testing::acme(), soon(), [](transaction& open) -> domain::result<int> {
        open.sql() << "INSERT INTO shared_value (name, value) VALUES ('a', 'x')";
        return 1;
    });
    BOOST_TEST(written.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
