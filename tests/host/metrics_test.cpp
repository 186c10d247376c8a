// SPDX-License-Identifier: BSL-1.0
#include "loader/metrics.hpp"

#include "loader/c_text.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <thread>
#include <vector>

BOOST_AUTO_TEST_SUITE(metrics)

BOOST_AUTO_TEST_CASE(series_are_found_again_and_kinds_conflict) {
    ccphost::metrics counters;
    std::uint32_t first = 0;
    std::uint32_t again = 0;
    std::uint32_t other = 0;
    BOOST_TEST(counters.define(CCP_METRIC_COUNTER, "c_total", "h", {{"l", "1"}}, first) == CCP_OK);
    BOOST_TEST(counters.define(CCP_METRIC_COUNTER, "c_total", "h", {{"l", "1"}}, again) == CCP_OK);
    BOOST_TEST(counters.define(CCP_METRIC_COUNTER, "c_total", "h", {{"l", "2"}}, other) == CCP_OK);
    BOOST_TEST(first == again);
    BOOST_TEST(first != other);
    BOOST_TEST(counters.define(CCP_METRIC_GAUGE, "c_total", "h", {}, other) == CCP_E_CONFLICT);
    BOOST_TEST(counters.define(CCP_METRIC_COUNTER, "bad name", "h", {}, other) == CCP_E_ARGUMENT);
    BOOST_TEST(counters.define(CCP_METRIC_COUNTER, "good", "h", {{"bad label", "1"}}, other) == CCP_E_ARGUMENT);
    BOOST_TEST(counters.define(9, "good", "h", {}, other) == CCP_E_ARGUMENT);
}

BOOST_AUTO_TEST_CASE(updates_from_many_threads_add_up) {
    ccphost::metrics counters;
    const auto& table = counters.table();
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            std::uint32_t id = 0;
            table.define(table.ctx, CCP_METRIC_COUNTER, ccphost::to_c("n_total"), ccphost::to_c("h"), nullptr, 0, &id);
            for (int k = 0; k < 1000; ++k) table.update(table.ctx, id, 1);
            table.update(table.ctx, id, -5);
            table.update(table.ctx, 12345, 1);
            table.update(table.ctx, id, std::numeric_limits<double>::quiet_NaN());
        });
    }
    for (auto& each : threads) each.join();
    BOOST_TEST(counters.text().find("n_total 4000\n") != std::string::npos, counters.text());
}

BOOST_AUTO_TEST_SUITE_END()
