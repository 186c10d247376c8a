// SPDX-License-Identifier: BSL-1.0
// What the identity hook costs over the least that SQLite itself can do for it: a prepared point look-up for an interaction
// that is linked already, one durable insert for a new one.
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "identity/resolver.hpp"

#include <benchmark/benchmark.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <atomic>
#include <memory>
#include <string>

namespace {

namespace testing = extsrc::testing;
namespace domain = extsrc::domain;

constexpr int customers = 20'000;

std::string number_of(int customer) {
    return "+1317222" + std::to_string(1000 + customer % 9000) + std::to_string(customer / 9000);
}

// One database with its customers, made when first needed and shared by all benchmarks of the run.
struct house {
    testing::temp_database data;
    extsrc::identity::resolver resolver{data.database, extsrc::identity::channel_policy(), [] { return domain::timestamp{1}; }};

    house() {
        for (int customer = 0; customer < customers; ++customer) (void)resolve("first-" + std::to_string(customer), customer);
    }
    extsrc::identity::resolution resolve(const std::string& id, int customer) {
        domain::interaction arrived;
        arrived.id = id;
        arrived.organization = testing::acme();
        arrived.channel = "voice";
        arrived.occurred_at = 1;
        arrived.identifiers.push_back({0, testing::other(domain::identifier_type::cookie, number_of(customer))});
        return resolver.resolve(arrived, testing::soon());
    }
};

house& shared() {
    static house built;
    return built;
}

// Peer of linked_interaction.
void raw_point_look_up(benchmark::State& state) {
    const auto session = shared().data.raw();
    std::string contact;
    std::string value;
    const std::string organization = testing::acme().text();
    soci::statement query =
        (session->prepare << "SELECT contact_id FROM identifier WHERE organization_id = :o AND division_id = '*' AND "
                             "type = 'Cookie' AND source_id = '' AND value = :v AND owner = 1",
         soci::into(contact), soci::use(organization, "o"), soci::use(value, "v"));
    int customer = 0;
    for (auto _ : state) {
        value = number_of(customer = (customer + 7919) % customers);
        query.execute(true);
        while (query.fetch()) {
        }
        benchmark::DoNotOptimize(contact);
    }
}

void linked_interaction(benchmark::State& state) {
    int customer = 0;
    for (auto _ : state) {
        customer = (customer + 7919) % customers;
        benchmark::DoNotOptimize(shared().resolve("first-" + std::to_string(customer), customer));
    }
}

// Peer of new_interaction: one row, flushed to disk.
void raw_durable_insert(benchmark::State& state) {
    static std::atomic<int> next = 0;
    if (state.thread_index() == 0)
        *shared().data.raw() << "CREATE TABLE IF NOT EXISTS peer (id INTEGER PRIMARY KEY, value TEXT)";
    const auto session = shared().data.raw();
    const std::string value(200, 'x');
    for (auto _ : state) {
        const int id = next++;
        for (bool done = false; !done;) {
            try {
                *session << "INSERT INTO peer (id, value) VALUES (:id, :value)", soci::use(id, "id"), soci::use(value, "value");
                done = true;
            } catch (const soci::soci_error&) {  // locked by another thread
            }
        }
    }
}

void new_interaction(benchmark::State& state) {
    static std::atomic<int> next = 0;
    for (auto _ : state) {
        const int n = next++;
        benchmark::DoNotOptimize(shared().resolve("new-" + std::to_string(n), n % customers));
    }
}

BENCHMARK(raw_point_look_up);
BENCHMARK(linked_interaction);
BENCHMARK(raw_durable_insert)->UseRealTime()->Threads(1)->Threads(16);
BENCHMARK(new_interaction)->UseRealTime()->Threads(1)->Threads(16);

}  // namespace
