// SPDX-License-Identifier: BSL-1.0
// What a search costs among 100,000 Curated contacts: reading the request, finding, sorting, loading and rendering one page.
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "handlers/contact_search.hpp"
#include "identity/contact_book.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>

namespace {

namespace testing = extsrc::testing;
namespace domain = extsrc::domain;
namespace handlers = extsrc::handlers;

constexpr int contacts = 100'000;
constexpr int batch = 1'000;
constexpr std::array<const char*, 10> first_names{"Ada", "Anna", "Alan", "Bob", "Carl", "Dora", "Eve", "Frank", "Grace", "Hal"};

domain::contact contact_number(int number) {
    const auto n = std::to_string(100'000 + number);
    domain::contact person;
    person.profile.first_name = first_names[static_cast<std::size_t>(number) % first_names.size()];
    person.profile.last_name = "Family" + n;
    person.profile.emails[0] = "c" + n + "@example.com";
    domain::phone_number phone;
    phone.display = phone.e164 = "+1317" + std::to_string(2'000'000 + number);
    person.profile.phones[0] = phone;
    return person;
}

// One database with its contacts, made when first needed and shared by all benchmarks of the run.
struct house {
    testing::temp_database data;
    handlers::context with{data.database, handlers::cursor_codec(std::string(64, 'k')), "US",
                           [] { return domain::timestamp{1}; }};

    house() {
        for (int first = 0; first < contacts; first += batch) fill(first);
    }
    void fill(int first) {
        const auto done = data.database.write(testing::soon(), [&](extsrc::storage::transaction& open) -> domain::result<void> {
            extsrc::identity::contact_book book(open, testing::acme(), 1);
            for (int number = first; number < first + batch; ++number)
                if (auto made = book.create(contact_number(number), {}); !made) return made.error();
            return {};
        });
        done.value();
    }
    std::size_t search(std::string_view query, std::string_view order) const {
        const auto answered =
            handlers::list_contacts(with, {testing::acme(), {}, {{"q", query}, {"sortOrder", order}}, {}, testing::soon()});
        return answered.value().body.size();
    }
};

const house& shared() {
    static const house built;
    return built;
}

void search(benchmark::State& state, std::string_view query, std::string_view order) {
    (void)shared();
    for (auto _ : state) benchmark::DoNotOptimize(shared().search(query, order));
}

BENCHMARK_CAPTURE(search, word_of_one, "family123456", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, phone_number, "+1 317 202 3456", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, word_of_10000, "ada", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, word_of_everybody, "example", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, two_words_of_10000_and_everybody, "ada example", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, everybody_by_last_name, "", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, everybody_by_title, "", "title")->Unit(benchmark::kMillisecond);

}  // namespace
