// SPDX-License-Identifier: BSL-1.0
#include "domain/external_source.hpp"
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "fixtures/test_server.hpp"
#include "processes.hpp"
#include "storage/source_repository.hpp"
#include "work.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <list>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <thread>

namespace extsrc::concurrency {
namespace {

namespace data = boost::unit_test::data;
using testing::acme;
using testing::soon;

constexpr unsigned threads = 8;
constexpr unsigned processes = 4;
const std::string ways[] = {"threads", "processes"};

struct crowd : testing::temp_database {
    std::vector<std::string> reported;

    // Runs the work many times at once and gathers what all report.
    void run(const std::string& way, const std::string& work) { way == "threads" ? run_threads(work) : run_processes(work); }

    // Everything the tests report comes out of one place, since Boost.Test is not for many threads.
    std::vector<std::string> failures;

private:
    std::mutex mutex_;

    void run_threads(const std::string& work) {
        std::list<std::thread> running;
        for (unsigned seed = 1; seed <= threads; ++seed)
            running.emplace_back([this, seed, &work] {
                try {
                    work_named(work)(database, seed, [this](const std::string& line) {
                        const std::lock_guard lock(mutex_);
                        reported.push_back(line);
                    });
                } catch (const std::exception& failed) {
                    const std::lock_guard lock(mutex_);
                    failures.emplace_back(failed.what());
                }
            });
        for (auto& one : running) one.join();
    }

    void run_processes(const std::string& work) {
        const auto nodes = testing::test_server::nodes_of(url);
        std::list<worker> running;
        for (unsigned seed = 1; seed <= processes; ++seed) running.emplace_back(work, nodes[seed % nodes.size()], seed);
        for (auto& one : running) {
            for (auto& line : one.rest()) reported.push_back(std::move(line));
            if (!one.ended_well()) failures.emplace_back("a worker failed");
        }
    }
};

// What one look at the registry shows that must not be.
std::string wrong_with(const std::vector<domain::external_source>& sources) {
    int active = 0;
    std::set<std::string> seen;
    for (const auto& source : sources) {
        if (source.active) ++active;
        if (!seen.insert(source.name.folded()).second) return "two sources named " + source.name.text();
    }
    return active > domain::max_active_sources ? std::to_string(active) + " active sources" : std::string();
}

// Looks at the registry again and again until told to stop.
struct observer {
    explicit observer(storage::database& watched) : database(watched) {}

    storage::database& database;
    std::atomic<bool> done = false;
    std::string wrong;
    int looks = 0;
    int most_active = 0;

    void watch() {
        while (!done && wrong.empty()) {
            const auto sources = database.read(soon(), [](storage::transaction& open) {
                return storage::source_repository(open).list(acme(), {{}, {}, {}, 1000});
            });
            wrong = wrong_with(sources);
            const auto active = std::count_if(sources.begin(), sources.end(), [](const auto& one) { return one.active; });
            most_active = std::max(most_active, static_cast<int>(active));
            ++looks;
        }
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(invariants)

BOOST_DATA_TEST_CASE_F(crowd, never_more_than_ten_active_sources_nor_two_of_one_name, data::make(ways)) {
    std::list<observer> observers;
    std::list<std::thread> watching;
    for (int i = 0; i < 2; ++i) {
        auto& one = observers.emplace_back(database);
        watching.emplace_back(&observer::watch, &one);
    }
    run(sample, "sources");
    for (auto& one : observers) one.done = true;
    for (auto& one : watching) one.join();
    BOOST_TEST(failures.empty());
    for (const auto& one : observers) {
        BOOST_TEST(one.wrong == "");
        BOOST_TEST(one.looks > 0);
        // Without pressure on the limit this would prove nothing.
        BOOST_TEST_MESSAGE("looks: " << one.looks << ", most active at once: " << one.most_active);
    }
    BOOST_TEST(number("SELECT COUNT(*) FROM external_source WHERE active_slot IS NOT NULL") <= 10);
    BOOST_TEST(number("SELECT COUNT(*) FROM external_source") > 10);
}

BOOST_DATA_TEST_CASE_F(crowd, each_identifier_is_claimed_by_exactly_one, data::make(ways)) {
    run(sample, "claims");
    BOOST_TEST(failures.empty());
    std::map<std::string, int> winners;
    for (const auto& line : reported) ++winners[line];
    BOOST_TEST(winners.size() == static_cast<std::size_t>(contested));
    for (const auto& [identifier, count] : winners) BOOST_TEST(count == 1, identifier);
    BOOST_TEST(number("SELECT COUNT(*) FROM identifier WHERE owner = 1") == contested);
    BOOST_TEST(number("SELECT COUNT(*) FROM identifier") == contested);
}

BOOST_DATA_TEST_CASE_F(crowd, first_interactions_of_one_identifier_make_one_contact, data::make(ways)) {
    run(sample, "resolves");
    BOOST_TEST(failures.empty());
    const auto workers = sample == "threads" ? threads : processes;
    BOOST_TEST(reported.size() == workers * static_cast<unsigned>(contested));
    std::map<std::string, std::set<std::string>> contacts;
    std::map<std::string, int> created;
    for (const auto& line : reported) {
        std::istringstream words(line);
        std::string identifier, outcome, contact;
        words >> identifier >> outcome >> contact;
        contacts[identifier].insert(contact);
        if (outcome == "created") ++created[identifier];
    }
    for (const auto& [identifier, made] : contacts) {
        BOOST_TEST(made.size() == 1U, identifier);
        BOOST_TEST(created[identifier] == 1, identifier);
    }
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == contested);
    BOOST_TEST(number("SELECT COUNT(*) FROM interaction_link") == static_cast<long long>(reported.size()));
    BOOST_TEST(number("SELECT COUNT(*) FROM decision") == static_cast<long long>(reported.size()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::concurrency
