// SPDX-License-Identifier: BSL-1.0
#include "channels/ordered_window.hpp"

#include "loader/control_thread.hpp"

#include <boost/test/unit_test.hpp>

#include <future>
#include <thread>
#include <vector>

BOOST_AUTO_TEST_SUITE(ordered_window)

BOOST_AUTO_TEST_CASE(results_come_out_in_input_order) {
    std::vector<int> out;
    ccphost::ordered_window<int, int> window(8, [&](int value) { out.push_back(value); });
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            window.run([](int value) {
                if (value % 3 == 0) std::this_thread::yield();
                return value;
            });
        });
    }
    for (int i = 0; i < 5000; ++i) window.put(i);
    window.close();
    for (auto& each : threads) each.join();
    BOOST_REQUIRE(out.size() == 5000U);
    for (int i = 0; i < 5000; ++i) BOOST_REQUIRE(out[static_cast<std::size_t>(i)] == i);
}

BOOST_AUTO_TEST_CASE(a_task_that_overran_is_left_alone_until_it_ends) {
    std::promise<void> release;
    ccphost::control_thread control;
    BOOST_TEST(!control.run(std::chrono::milliseconds(20), [&] { release.get_future().wait(); }));
    BOOST_TEST(control.stuck());
    release.set_value();
    while (control.stuck()) std::this_thread::yield();
    BOOST_TEST(control.run(std::chrono::seconds(20), [] {}));
}

BOOST_AUTO_TEST_CASE(nothing_runs_after_a_task_that_does_not_end) {
    std::promise<void> release;
    auto released = release.get_future().share();
    auto finished = std::make_shared<std::promise<void>>();
    {
        ccphost::control_thread control;
        BOOST_TEST(control.run(std::chrono::seconds(20), [] {}));
        BOOST_TEST(!control.run(std::chrono::milliseconds(20), [released, finished] {
            released.wait();
            finished->set_value();
        }));
        BOOST_TEST(control.stuck());
        BOOST_TEST(!control.run(std::chrono::seconds(20), [] { BOOST_ERROR("must not run"); }));
    }
    release.set_value();
    finished->get_future().wait();
}

BOOST_AUTO_TEST_SUITE_END()
