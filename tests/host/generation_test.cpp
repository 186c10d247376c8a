// SPDX-License-Identifier: BSL-1.0
#include "loader/plugin_set.hpp"
#include "support/fixture_host.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>
#include <vector>

namespace {

using ccphost::generation;
using ccphost::test::fixture_files;

struct world {
    fixture_files files;
    ccphost::metrics counters;
    ccphost::event_queue events{[](const ccphost::event&) {}};
    ccphost::task_board board;

    std::shared_ptr<generation> made(std::uint32_t number, ccphost::lifecycle_deadlines deadlines = {}) {
        auto listed = ccphost::prepare({files.at("manifest.json"), {}, boost::json::object(), {}, false}).value();
        return generation::make(std::move(listed), {std::make_shared<const boost::json::value>(boost::json::object())}, number,
                                {counters, &events}, deadlines);
    }
    std::shared_ptr<generation> started(std::uint32_t number) {
        auto one = made(number);
        BOOST_TEST_REQUIRE(one->start(log()).has_value());
        return one;
    }
    void write_bystander() const {
        auto manifest = ccphost::test::fixture_manifest(ccphost::test::fixture_library("BYSTANDER"));
        manifest["id"] = "org.example.bystander";
        for (const char* list : {"handlers", "topics", "tasks", "hooks"}) manifest[list] = boost::json::array();
        files.write("bystander.json", manifest);
    }
    static generation::log log() { return std::make_shared<ccphost::step_log>(); }
};

void check_retired(const ccphost::result<void>& retired, const generation& one) {
#ifdef EXTSRC_SANITIZED
    BOOST_TEST_MESSAGE("unloading is not asserted: a sanitizer's runtime may keep libraries mapped");
    BOOST_TEST((retired.has_value() || one.state() == ccphost::generation_state::pinned));
#else
    BOOST_TEST(retired.has_value(), (retired ? "" : retired.error().text()));
    BOOST_TEST((one.state() == ccphost::generation_state::unloaded));
#endif
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(generations, world)

BOOST_AUTO_TEST_CASE(a_generation_unloads_without_a_trace) {
    const auto one = started(1);
    BOOST_TEST((one->state() == ccphost::generation_state::running));
    check_retired(one->retire(std::chrono::seconds(10), log()), *one);
}

BOOST_AUTO_TEST_CASE(two_generations_of_one_plugin_stand_side_by_side_and_switch_under_traffic) {
    ccphost::generation_slot slot;
    slot.publish(started(1));
    std::atomic<bool> stopping = false;
    std::atomic<int> failed = 0;
    std::atomic<int> served = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] {
            while (!stopping) {
                const auto pinned = slot.acquire();
                failed += pinned && (*pinned)->health().up ? 0 : 1;
                ++served;
            }
        });
    }
    for (std::uint16_t number = 2; number < 6; ++number) {
        const int before = served;
        while (served == before) std::this_thread::yield();
        const auto old = slot.publish(started(number));
        check_retired(old->retire(std::chrono::seconds(10), log()), *old);
    }
    stopping = true;
    for (auto& each : threads) each.join();
    BOOST_TEST(failed == 0);
    const auto last = slot.publish(nullptr);
    BOOST_TEST(!slot.acquire().has_value());
    check_retired(last->retire(std::chrono::seconds(10), log()), *last);
}

BOOST_AUTO_TEST_CASE(the_offer_of_tasks_counts_towards_the_deadline_of_the_start) {
    files.write("manifest.json", ccphost::test::fixture_manifest(ccphost::test::fixture_library("SLOW_EXTENSION")));
    ccphost::lingering_list left;  // what it keeps outlives the test
    const auto one = made(1, {.start = std::chrono::milliseconds(100), .grace = std::chrono::milliseconds(100)});
    const auto late = one->start(log());
    left.keep_if_left(one);
    BOOST_REQUIRE(!late.has_value());
    BOOST_TEST((late.error().where == ccphost::step::start), late.error().text());
    BOOST_TEST((one->state() == ccphost::generation_state::lingering));
    BOOST_TEST(left.lingering() == 1U);
}

BOOST_AUTO_TEST_CASE(without_subscribers_no_events_are_offered_and_a_plugin_that_needs_them_is_refused) {
    const ccphost::host_services offering("p", 1, {}, {counters, &events});
    const ccphost::host_services silent("p", 1, {}, {counters, nullptr});
    BOOST_TEST(offering.extension(CCP_EXT_EVENTS) == &events.table());
    BOOST_TEST(silent.extension(CCP_EXT_EVENTS) == nullptr);
    write_bystander();
    ccphost::plugin_set plugins({counters, nullptr}, {}, board);
    const auto refused = plugins.start_all({{files.at("bystander.json"), {}, boost::json::object(), {}, false}});
    BOOST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().text() ==
               "negotiate: org.example.bystander needs the extension \"ccp.events/1\", which is not offered here");
}

BOOST_AUTO_TEST_CASE(what_could_not_be_drained_is_told_before_what_could_not_be_unloaded) {
    write_bystander();
    ccphost::plugin_set plugins({counters, &events}, {.grace = std::chrono::milliseconds(1)}, board);
    const auto started = plugins.start_all({{files.at("manifest.json"), {}, boost::json::object(), {}, false},
                                            {files.at("bystander.json"), {}, boost::json::object(), {}, false}});
    BOOST_REQUIRE(started.has_value());
    const auto in_flight = plugins.find("org.example.fixture");
    const auto retired = plugins.retire_all(std::chrono::milliseconds(1));
    BOOST_REQUIRE(!retired.has_value());
    BOOST_TEST((retired.error().where == ccphost::step::drain), retired.error().text());
}

BOOST_AUTO_TEST_CASE(tokens_tell_generations_and_late_completions_apart) {
    struct counted final : ccphost::open_request {
        std::atomic<int> finished = 0;
        void finish(std::int32_t) noexcept override { ++finished; }
        [[nodiscard]] bool cancelled() const noexcept override { return false; }
    };
    ccphost::open_requests first(1);
    ccphost::open_requests second(2);
    const auto token = first.open(std::make_shared<counted>());
    BOOST_TEST(second.close(token) == nullptr);
    BOOST_TEST(second.cancelled(token));
    BOOST_TEST(!first.cancelled(token));
    first.cancel_all();
    BOOST_TEST(first.cancelled(token));
    BOOST_TEST(first.close(token) != nullptr);
    BOOST_TEST(first.close(token) == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
