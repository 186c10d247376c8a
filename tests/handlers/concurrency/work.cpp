// SPDX-License-Identifier: BSL-1.0
#include "work.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "handlers/contacts.hpp"
#include "handlers/external_sources.hpp"
#include "identity/association.hpp"
#include "identity/resolver.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <random>

namespace extsrc::concurrency {
namespace {

namespace json = boost::json;
using testing::acme;
using testing::acme_scope;
using testing::soon;

constexpr int source_changes = 60;
constexpr int names = 14;

handlers::context context_for(storage::database& database) {
    return {database, handlers::cursor_codec("0123456789abcdef0123456789abcdef"), "US", [] { return domain::timestamp{1}; }};
}

std::vector<int> shuffled(unsigned seed) {
    std::vector<int> order(contested);
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), std::mt19937(seed));
    return order;
}

// One random change. The name differs in case from another worker's, which must make no difference.
void change_one(const handlers::context& with, std::mt19937& random, std::vector<std::string>& known) {
    const auto number = std::to_string(random() % names);
    json::object body{{"name", (random() % 2 == 0 ? "Source " : "SOURCE ") + number}, {"active", random() % 4 != 0}};
    const auto text = json::serialize(body);
    if (known.empty() || random() % 3 == 0) {
        const auto made = handlers::create_external_source(with, {acme(), {}, {}, text, soon()});
        if (made) known.emplace_back(json::parse(made->body).at("id").as_string());
        return;
    }
    const auto id = known[random() % known.size()];
    const handlers::request asked{acme(), {{"externalSourceId", id}}, {}, text, soon()};
    if (random() % 8 == 0)
        (void)handlers::delete_external_source(with, asked);
    else
        (void)handlers::replace_external_source(with, asked);
}

}  // namespace

std::string contested_phone(int number) {
    return "+1317555" + std::to_string(1000 + number);
}

void change_sources(storage::database& database, unsigned seed, const report&) {
    std::mt19937 random(seed);
    const auto with = context_for(database);
    std::vector<std::string> known;
    for (int i = 0; i < source_changes; ++i) change_one(with, random, known);
}

void claim_all(storage::database& database, unsigned seed, const report& out) {
    const auto mine = testing::add_contact(database, 1);
    for (const int number : shuffled(seed)) {
        const auto claimed = database.write(testing::acme(), soon(), [&](storage::transaction& open) {
            return identity::association(open, acme_scope(), mine, 1).claim(testing::phone(contested_phone(number)));
        });
        if (claimed) out(std::to_string(number));
    }
}

void resolve_all(storage::database& database, unsigned seed, const report& out) {
    identity::resolver resolver(database, {}, [] { return domain::timestamp{1}; });
    for (const int number : shuffled(seed)) {
        const auto interaction = std::to_string(seed) + "-" + std::to_string(number);
        const domain::interaction arrived{interaction, acme(), {}, "voice", 1, {{0, testing::phone(contested_phone(number))}}};
        const auto resolved = resolver.resolve(arrived, soon());
        out(std::to_string(number) + " " + std::string(domain::to_string(resolved.made.result)) + " " +
            resolved.made.contact.value().text());
    }
}

void create_for_ever(storage::database& database, const report& out) {
    const auto with = context_for(database);
    for (;;) {
        const auto made = handlers::create_contact(with, {acme(), {}, {}, R"({"firstName":"Ann"})", soon()});
        out(std::string(json::parse(made->body).at("id").as_string()));
    }
}

std::function<void(storage::database&, unsigned, const report&)> work_named(const std::string& name) {
    if (name == "sources") return change_sources;
    if (name == "claims") return claim_all;
    if (name == "resolves") return resolve_all;
    if (name == "writes") return [](auto& database, unsigned, const report& out) { create_for_ever(database, out); };
    return {};
}

}  // namespace extsrc::concurrency
