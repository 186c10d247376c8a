// SPDX-License-Identifier: BSL-1.0
#include "entry/runtime.hpp"

#include "fixtures/temp_database.hpp"
#include "held_plugin.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>
#include <thread>

namespace extsrc::entry {
namespace {

using testing::soon;

// A runtime whose lease is renewed all the time, and what a later build does to its database.
struct forgotten : testing::empty_database {
    fake_host host{configured(url)};
    host_link link{host.table()};
    runtime serving{link, settings::parse(configured(url)), soon(), times()};
    std::string detail;

    static storage::lease_terms times() {
        storage::lease_terms quick;
        quick.renewal = std::chrono::milliseconds(1);
        return quick;
    }
    std::int32_t health() {
        detail.clear();
        const ccp_sink sink{CCP_HEADER_INIT(ccp_sink), &detail, [](void* ctx, ccp_str bytes) {
                                static_cast<std::string*>(ctx)->append(bytes.ptr, bytes.len);
                                return CCP_OK;
                            }};
        return serving.health(soon(), sink);
    }
    void contract_without_it() const {
        const auto session = raw();
        session->begin();
        *session << "DELETE FROM serving_build";
        *session << "UPDATE schema_migration SET serves_from = 99 WHERE version = 3";
        session->commit();
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(runtimes)

BOOST_FIXTURE_TEST_CASE(health_is_down_and_an_error_logged_once_the_schema_went_on_without_this_build, forgotten) {
    BOOST_TEST(health() == CCP_OK);
    contract_without_it();
    const auto until = soon();
    while (host.logged_errors().empty() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
    BOOST_TEST(health() == CCP_E_UNAVAILABLE);
    BOOST_TEST(detail.find(R"("database":"up")") != std::string::npos, detail);
    BOOST_TEST(detail.find("serves builds that know schema version 99 or newer") != std::string::npos, detail);
    BOOST_TEST_REQUIRE(host.logged_errors().size() == 1U);
    BOOST_TEST(host.logged_errors()[0].find("schema version 99") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(there_is_nothing_to_contract_for_the_newest_build, testing::own_database) {
    held_plugin one(configured(url));
    std::string report;
    BOOST_TEST(one.predecessor_gone() == CCP_E_STATE);
    BOOST_TEST(one.run_task("schema", report) == CCP_E_STATE);
    BOOST_TEST_REQUIRE(one.start() == CCP_OK);
    BOOST_TEST(one.run_task("schema", report) == CCP_OK);
    BOOST_TEST(report == R"({"contracted":0,"waiting":0})");
    BOOST_TEST(one.predecessor_gone() == CCP_OK);
    BOOST_TEST(one.stop() == CCP_OK);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::entry
