// SPDX-License-Identifier: BSL-1.0
#include "auth/token_store.hpp"

#include "auth/rate_limiter.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>
#include <vector>

BOOST_AUTO_TEST_SUITE(token_store)

BOOST_AUTO_TEST_CASE(tokens_are_random_and_expire) {
    auto now = ccphost::token_store::clock::now();
    ccphost::token_store tokens(std::chrono::seconds(10), [&now] { return now; });
    const auto account = std::make_shared<const ccphost::client_account>(ccphost::client_account{"a", "o", {}});
    const auto one = tokens.issue(account);
    const auto other = tokens.issue(account);
    BOOST_TEST(one.size() == 64U);
    BOOST_TEST(one != other);
    BOOST_TEST(tokens.find(one)->account == account);
    BOOST_TEST((tokens.find(one)->expires == now + std::chrono::seconds(10)));
    BOOST_TEST(!tokens.find(one + "0").has_value());
    BOOST_TEST(!tokens.find("").has_value());
    now += std::chrono::seconds(10);
    BOOST_TEST(!tokens.find(one).has_value());
    now += std::chrono::seconds(60);
    tokens.issue(account);
    BOOST_TEST(tokens.size() == 1U);  // the expired ones are forgotten
}

BOOST_AUTO_TEST_CASE(tokens_are_issued_and_found_by_many_threads) {
    ccphost::token_store tokens(std::chrono::seconds(100));
    const auto account = std::make_shared<const ccphost::client_account>(ccphost::client_account{"a", "o", {}});
    std::atomic<int> lost = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 200; ++k) {
                const auto found = tokens.find(tokens.issue(account));
                lost += found && found->account == account ? 0 : 1;
            }
        });
    }
    for (auto& each : threads) each.join();
    BOOST_TEST(lost == 0);
    BOOST_TEST(tokens.size() == 800U);
}

BOOST_AUTO_TEST_CASE(authorization_headers_are_read_strictly) {
    BOOST_TEST(ccphost::parse_basic("basic YTpiOmM=").value().secret == "b:c");
    for (const char* header : {"", "Basic", "Basic ", "Basic %%%%", "Basic YWI=", "Bearer YTpi", "BasicYTpi"}) {
        BOOST_TEST(!ccphost::parse_basic(header).has_value(), header);
    }
    BOOST_TEST(ccphost::parse_bearer("bearer abc").value() == "abc");
    BOOST_TEST(!ccphost::parse_bearer("Bearer ").has_value());
}

BOOST_AUTO_TEST_CASE(the_rate_limit_counts_each_client_by_the_minute) {
    ccphost::rate_limiter limiter(2);
    const auto begin = ccphost::rate_limiter::clock::now();
    BOOST_TEST(!limiter.count("a", begin).exceeded());
    BOOST_TEST(!limiter.count("a", begin).exceeded());
    const auto third = limiter.count("a", begin + std::chrono::seconds(20));
    BOOST_TEST(third.exceeded());
    BOOST_TEST(third.reset_s == 40);
    BOOST_TEST(!limiter.count("b", begin).exceeded());
    BOOST_TEST(!limiter.count("a", begin + std::chrono::seconds(60)).exceeded());
}

BOOST_AUTO_TEST_SUITE_END()
