// SPDX-License-Identifier: BSL-1.0
#include "storage/session_pool.hpp"

#include "fixtures/temp_database.hpp"

#include <boost/test/unit_test.hpp>

#include <future>

namespace extsrc::storage {
namespace {

using testing::soon;

struct pool_of_two {
    testing::temp_folder folder;
    std::unique_ptr<dialect> with = make_dialect(database_url::parse(folder.database_url()));
    deadline_watch watch{*with};
    session_pool pool{*with, watch, access::read_only, 2};

    // A setting of one connection, by which a session is known again.
    static long long mark(session_pool::lease& lease) {
        long long found = -1;
        lease.session() << "PRAGMA cache_size", soci::into(found);
        return found;
    }
};

deadline now() {
    return std::chrono::steady_clock::now();
}

bool exhausted(const failure& failed) {
    return failed.kind() == failure_kind::exhausted;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(session_pools, pool_of_two)

BOOST_AUTO_TEST_CASE(lend_no_more_than_their_size) {
    const auto one = pool.borrow(soon());
    const auto two = pool.borrow(soon());
    BOOST_CHECK_EXCEPTION((void)pool.borrow(now() + std::chrono::milliseconds(10)), failure, exhausted);
}

BOOST_AUTO_TEST_CASE(a_waiting_borrower_gets_the_session_that_is_given_back) {
    const auto one = pool.borrow(soon());
    std::future<void> waiting;
    {
        const auto two = pool.borrow(soon());
        waiting = std::async(std::launch::async, [&] { (void)pool.borrow(soon()); });
        BOOST_TEST((waiting.wait_for(std::chrono::milliseconds(20)) == std::future_status::timeout));
    }
    waiting.get();
}

BOOST_AUTO_TEST_CASE(sessions_are_used_again) {
    {
        auto lease = pool.borrow(soon());
        lease.session() << "PRAGMA cache_size = 77";
    }
    auto again = pool.borrow(soon());
    BOOST_TEST(mark(again) == 77);
}

BOOST_AUTO_TEST_CASE(a_discarded_session_is_replaced_and_its_place_kept) {
    {
        auto lease = pool.borrow(soon());
        lease.session() << "PRAGMA cache_size = 77";
        lease.discard();
    }
    auto one = pool.borrow(soon());
    auto two = pool.borrow(soon());
    BOOST_TEST(mark(one) != 77);
    BOOST_TEST(mark(two) != 77);
    BOOST_CHECK_EXCEPTION((void)pool.borrow(now()), failure, exhausted);
}

BOOST_AUTO_TEST_CASE(sessions_only_read) {
    auto lease = pool.borrow(soon());
    BOOST_CHECK_THROW(lease.session() << "CREATE TABLE a (x INTEGER)", soci::soci_error);
}

BOOST_AUTO_TEST_CASE(a_place_is_not_lost_when_the_database_cannot_be_opened) {
    const auto nowhere = make_dialect(database_url::parse(folder.database_url("gone/test.db")));
    std::filesystem::remove_all(folder.path() / "gone");
    deadline_watch over(*nowhere);
    session_pool broken(*nowhere, over, access::read_only, 1);
    for (int i = 0; i < 3; ++i)
        BOOST_CHECK_EXCEPTION((void)broken.borrow(soon()), failure,
                              [](const failure& failed) { return failed.kind() == failure_kind::unavailable; });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
