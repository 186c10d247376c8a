// SPDX-License-Identifier: BSL-1.0
// A reload to a build that brings a newer schema, and back, under the callers of the churn test. Build B is a later one here:
// its first new step adds a table, its second takes away what older builds use.
#include "callers.hpp"
#include "loader/c_text.hpp"
#include "loader/text_sink.hpp"
#include "support/text.hpp"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <future>
#include <string>
#include <thread>

namespace {

using namespace ccphost::test;
using ccphost::operation_outcome;

constexpr int released = 4;  // newest step of sql/
constexpr const char* plugin_id = "org.extsrc.external-sources";
const std::string expanded = R"({"database":"up","schemaVersion":901,"waitingSteps":["0902_contract"]})";
const std::string expanded_for_the_old = R"({"database":"up","schemaVersion":901})";
const std::string contracted = R"({"database":"up","schemaVersion":902})";

void check_switched(const ccphost::operation_report& report) {
    BOOST_TEST(report.to.has_value(), one_line(report));
    BOOST_TEST((report.outcome == operation_outcome::done || holds(report.message, "stays mapped")), one_line(report));
}

template <class Condition>
void await(const Condition& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!condition()) {
        BOOST_TEST_REQUIRE((std::chrono::steady_clock::now() < deadline));
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

// A host on the older build, with one caller of each kind, which must notice nothing.
struct upgrade {
    explicit upgrade(const churn_options& options = {.second_library = LATER_BUILD, .database = {}}) : host(options) {
        spdlog::set_level(spdlog::level::warn);
        threads.emplace_back([this] { client.run(stopping, std::chrono::milliseconds(1)); });
        threads.emplace_back([this] { channel.run(stopping, std::chrono::milliseconds(1)); });
    }
    ~upgrade() {
        stopping = true;
        for (auto& each : threads) each.join();
        client.check_nothing_lost();
        channel.check_nothing_lost();
        BOOST_TEST(client.findings().fault_count == 0U);
        BOOST_TEST(channel.findings().fault_count == 0U);
        for (const auto& fault : client.findings().faults) BOOST_TEST_MESSAGE(fault);
        for (const auto& fault : channel.findings().faults) BOOST_TEST_MESSAGE(fault);
    }
    // Waits until each caller has been answered some more times.
    void await_calls() const {
        const auto by_client = client.answered() + 20;
        const auto by_channel = channel.answered() + 20;
        await([&] { return client.answered() >= by_client && channel.answered() >= by_channel; });
    }
    // The newest step that the database has, read past the plugin.
    [[nodiscard]] int newest_step() const {
        soci::session session(soci::sqlite3, "db=" + host.database().string());
        int version = 0;
        session << "SELECT MAX(version) FROM schema_migration", soci::into(version);
        return version;
    }
    void run_schema_task() const {
        const auto serving = host.plugins().find(plugin_id);
        const auto* tasks = (*serving)->tasks();
        ccphost::text_sink report;
        BOOST_TEST(tasks->run(tasks->ctx, ccphost::to_c("schema"), 0, &report.table()) == CCP_OK);
    }

    churn_host host;
    http_caller client{host, 1};
    hook_caller channel{host, 1};
    std::atomic<bool> stopping = false;
    std::vector<std::thread> threads;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(a_later_build_expands_beside_the_old_one_and_contracts_once_that_is_gone) {
    upgrade at;
    at.await_calls();
    const auto report = at.host.reload();
    check_switched(report);
    at.await_calls();
    BOOST_TEST_REQUIRE(!report.steps.empty());
    BOOST_TEST((report.steps.back().which == ccphost::step::settle));
    BOOST_TEST(at.host.health() == contracted);
}

BOOST_AUTO_TEST_CASE(nothing_is_contracted_while_a_call_of_the_old_build_goes_on) {
    upgrade at;
    at.await_calls();
    BOOST_TEST(at.newest_step() == released);
    auto call = at.host.plugins().find(plugin_id);
    auto reload = std::async(std::launch::async, [&] { return at.host.reload(); });
    await([&] { return (*at.host.plugins().find(plugin_id))->number() == 2; });
    await([&] { return (*call)->state() == ccphost::generation_state::draining; });
    at.await_calls();  // which the later build answers
    BOOST_TEST(at.newest_step() == 901);
    call.reset();
    check_switched(reload.get());
    BOOST_TEST(at.newest_step() == 902);
    at.await_calls();
}

BOOST_AUTO_TEST_CASE(nothing_is_contracted_while_another_host_serves_with_the_old_build_and_one_can_go_back) {
    churn_host elsewhere;
    upgrade at({.second_library = LATER_BUILD, .database = elsewhere.database()});
    check_switched(at.host.reload());
    BOOST_TEST(at.host.health() == expanded);
    check_switched(at.host.rollback());
    BOOST_TEST(at.host.health() == expanded_for_the_old);
    check_switched(at.host.reload());
    at.run_schema_task();
    BOOST_TEST(at.host.health() == expanded);
    BOOST_TEST(elsewhere.health() == expanded_for_the_old);
    static_cast<void>(elsewhere.retire());
    at.run_schema_task();
    BOOST_TEST(at.host.health() == contracted);
}

BOOST_AUTO_TEST_CASE(going_back_behind_a_contraction_is_refused_and_the_later_build_goes_on_serving) {
    upgrade at;
    check_switched(at.host.reload());
    const auto back = at.host.rollback();
    BOOST_TEST((back.outcome == operation_outcome::failed), one_line(back));
    BOOST_TEST(holds(back.message,
                     "serves builds that know schema version 902 or newer; this build knows " + std::to_string(released)),
               back.message);
    BOOST_TEST(holds(back.message, "generation 2 keeps serving"), back.message);
    BOOST_TEST(at.host.health() == contracted);
}

BOOST_AUTO_TEST_SUITE_END()
