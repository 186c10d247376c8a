// SPDX-License-Identifier: BSL-1.0
#include "auth/session_store.hpp"

#include "auth/sign_in_limit.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ccphost;
using std::chrono::seconds;

struct held_clock {
    session_store::clock::time_point now = session_store::clock::now();
    session_store sessions{seconds(10), [this] { return now; }};
    std::shared_ptr<const client_account> account = std::make_shared<const client_account>(client_account{"a", "o", {"x:y:z"}});
};

}  // namespace

BOOST_AUTO_TEST_SUITE(session_store)

BOOST_FIXTURE_TEST_CASE(ids_and_tokens_are_random_and_distinct, held_clock) {
    const auto one = sessions.open(account);
    const auto other = sessions.open(account);
    BOOST_TEST(one.id.size() == 64U);
    BOOST_TEST(one.opened.csrf_token.size() == 64U);
    BOOST_TEST(one.id != other.id);
    BOOST_TEST(one.opened.csrf_token != other.opened.csrf_token);
    BOOST_TEST(one.id != one.opened.csrf_token);
    BOOST_TEST(sessions.find(one.id)->account == account);
    BOOST_TEST(sessions.find(one.id)->csrf_token == one.opened.csrf_token);
    BOOST_TEST(!sessions.find(one.opened.csrf_token).has_value());
    BOOST_TEST(!sessions.find("").has_value());
}

BOOST_FIXTURE_TEST_CASE(sessions_end_at_a_fixed_time_however_much_they_are_used, held_clock) {
    const auto made = sessions.open(account);
    now += seconds(9);
    BOOST_TEST(sessions.find(made.id).has_value());
    BOOST_TEST(sessions.time_left(made.opened).count() == 1);
    now += seconds(1);
    BOOST_TEST(!sessions.find(made.id).has_value());
    BOOST_TEST(sessions.time_left(made.opened).count() == 0);
    now += seconds(60);
    sessions.open(account);
    BOOST_TEST(sessions.size() == 1U);  // the expired one is forgotten
}

BOOST_FIXTURE_TEST_CASE(a_client_keeps_its_latest_hundred_sessions, held_clock) {
    const auto others = std::make_shared<const client_account>(client_account{"b", "o", {"x:y:z"}});
    const auto of_other = sessions.open(others);
    const auto first = sessions.open(account);
    int told = 0;
    const auto listening = first.opened.end->listen([&] { ++told; });
    now += seconds(1);
    for (std::size_t i = 1; i < ccphost::session_store::most_per_client; ++i) sessions.open(account);
    BOOST_TEST(sessions.find(first.id).has_value());
    const auto latest = sessions.open(account);
    BOOST_TEST(!sessions.find(first.id).has_value());
    BOOST_TEST(told == 1);
    BOOST_TEST(sessions.find(latest.id).has_value());
    BOOST_TEST(sessions.find(of_other.id).has_value());
    BOOST_TEST(sessions.size() == ccphost::session_store::most_per_client + 1);
}

BOOST_FIXTURE_TEST_CASE(closing_forgets_one_session_and_tells_who_listens, held_clock) {
    const auto made = sessions.open(account);
    const auto other = sessions.open(account);
    int told = 0;
    const auto listening = made.opened.end->listen([&] { ++told; });
    sessions.close("unknown");
    BOOST_TEST(told == 0);
    sessions.close(made.id);
    BOOST_TEST(told == 1);
    BOOST_TEST(!sessions.find(made.id).has_value());
    BOOST_TEST(sessions.find(other.id).has_value());
    const auto late = made.opened.end->listen([&] { ++told; });
    BOOST_TEST(told == 2);
}

BOOST_FIXTURE_TEST_CASE(who_stopped_listening_is_not_told, held_clock) {
    const auto made = sessions.open(account);
    int told = 0;
    {
        const auto listening = made.opened.end->listen([&] { ++told; });
    }
    sessions.close(made.id);
    BOOST_TEST(told == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(sign_in_limits)

BOOST_AUTO_TEST_CASE(ten_failures_of_a_client_from_an_address_in_a_minute_are_the_most) {
    sign_in_limit limit;
    const auto begin = sign_in_limit::clock::now();
    for (std::uint32_t i = 0; i < sign_in_limit::per_client; ++i) {
        BOOST_TEST(!limit.must_wait("a", "1.1.1.1", begin).has_value());
        limit.failed("a", "1.1.1.1", begin);
    }
    BOOST_TEST(limit.must_wait("a", "1.1.1.1", begin + seconds(20)).value() == 40);
    BOOST_TEST(!limit.must_wait("a", "2.2.2.2", begin + seconds(20)).has_value());
    BOOST_TEST(!limit.must_wait("b", "1.1.1.1", begin + seconds(20)).has_value());
    BOOST_TEST(!limit.must_wait("a", "1.1.1.1", begin + seconds(60)).has_value());
}

BOOST_AUTO_TEST_CASE(an_address_may_not_try_one_client_after_the_other) {
    sign_in_limit limit;
    const auto begin = sign_in_limit::clock::now();
    for (std::uint32_t i = 0; i < sign_in_limit::per_address; ++i) limit.failed("c" + std::to_string(i), "1.1.1.1", begin);
    BOOST_TEST(limit.must_wait("fresh", "1.1.1.1", begin).has_value());
    BOOST_TEST(!limit.must_wait("fresh", "2.2.2.2", begin).has_value());
}

BOOST_AUTO_TEST_CASE(without_a_limit_for_addresses_no_client_keeps_another_out) {
    sign_in_limit limit(sign_in_limit::any_number);
    const auto begin = sign_in_limit::clock::now();
    for (std::uint32_t i = 0; i < 2 * sign_in_limit::per_address; ++i)
        limit.failed("c" + std::to_string(i % 7), "1.1.1.1", begin);
    BOOST_TEST(limit.must_wait("c0", "1.1.1.1", begin).has_value());
    BOOST_TEST(!limit.must_wait("fresh", "1.1.1.1", begin).has_value());
}

BOOST_AUTO_TEST_CASE(failures_from_everywhere_keep_nobody_else_out) {
    sign_in_limit limit;
    const auto begin = sign_in_limit::clock::now();
    for (int i = 0; i < 30'000; ++i) limit.failed("a", "address " + std::to_string(i), begin);
    BOOST_TEST(!limit.must_wait("a", "fresh", begin).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
