// SPDX-License-Identifier: BSL-1.0
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "fixtures/test_server.hpp"
#include "processes.hpp"
#include "storage/contact_repository.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <list>
#include <set>
#include <string>

namespace extsrc::concurrency {
namespace {

constexpr int rounds = 5;
constexpr unsigned writers = 3;
constexpr int acknowledged_before_kill = 15;

// Every contact of acme, by id.
std::set<std::string> stored(storage::database& database) {
    return database.read(testing::soon(), [](storage::transaction& open) {
        std::set<std::string> ids;
        for (const auto& person : storage::contact_repository(open).scan(testing::acme(), domain::division_id(), "", 1'000'000))
            ids.insert(person.id.text());
        return ids;
    });
}

// What SQLite itself says of its file.
std::string verdict_on_file(storage::database& database) {
    return database.read(testing::soon(), [](storage::transaction& open) {
        std::string text;
        open.sql() << "PRAGMA integrity_check", soci::into(text);
        return text;
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kill)

BOOST_FIXTURE_TEST_CASE(loses_no_write_that_was_acknowledged, testing::empty_database) {
    const auto nodes = testing::test_server::nodes_of(url);
    std::set<std::string> acknowledged;
    for (int round = 0; round < rounds; ++round) {
        std::list<worker> running;
        for (unsigned seed = 1; seed <= writers; ++seed) running.emplace_back("writes", nodes[seed % nodes.size()], seed);
        for (auto& one : running)
            for (int i = 0; i < acknowledged_before_kill; ++i) acknowledged.insert(one.line());
        for (auto& one : running) one.kill();
        for (auto& one : running)
            for (const auto& id : one.rest()) acknowledged.insert(id);
        for (auto& one : running) BOOST_TEST(!one.ended_well());

        storage::database after(url, 1, testing::soon());
        const auto found = stored(after);
        BOOST_TEST(std::includes(found.begin(), found.end(), acknowledged.begin(), acknowledged.end()));
        if (!testing::on_a_server()) BOOST_TEST(verdict_on_file(after) == "ok");
    }
    BOOST_TEST(!acknowledged.contains(""));
    BOOST_TEST(acknowledged.size() >= static_cast<std::size_t>(rounds * acknowledged_before_kill) * writers);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::concurrency
