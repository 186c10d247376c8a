// SPDX-License-Identifier: BSL-1.0
#include "builds.hpp"

#include <vector>

namespace extsrc::storage {
namespace {

using std::chrono::seconds;

std::vector<migration> all_steps() {
    const auto released = migrations().first(3);
    std::vector<migration> steps(released.begin(), released.end());
    steps.push_back({4, "0004_pets",
                     "-- serves builds from: 3\n"
                     "CREATE TABLE pet (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20) DEFAULT '' NOT NULL);\n"});
    steps.push_back({5, "0005_expand",
                     "-- serves builds from: 4\n"
                     "ALTER TABLE pet ADD COLUMN title VARCHAR(20) DEFAULT '' NOT NULL;\n"});
    steps.push_back({6, "0006_contract",
                     "-- serves builds from: 6\n"
                     "ALTER TABLE pet DROP COLUMN name;\n"});
    steps.push_back({7, "0007_expand_again",
                     "-- serves builds from: 6\n"
                     "ALTER TABLE pet ADD COLUMN age INTEGER DEFAULT 0 NOT NULL;\n"});
    return steps;
}

}  // namespace

std::span<const migration> knowing(int version) {
    static const auto steps = all_steps();
    return std::span(steps).first(static_cast<std::size_t>(version));
}

lease_terms shared_database::terms(std::chrono::microseconds ahead) {
    return {[this, ahead] { return now + ahead.count(); }, seconds(60), std::chrono::hours(1), [](const std::string&) {}};
}

std::unique_ptr<database> shared_database::start(int version, std::chrono::milliseconds renewal) {
    auto with = terms();
    with.renewal = renewal;
    return std::make_unique<database>(url, 2, testing::soon(), with, knowing(version));
}

serving_build shared_database::start_and_kill(int version) {
    const auto dialect = make_dialect(database_url::parse(url));
    return migration_runner(*dialect, knowing(version), terms().now).enter(seconds(60), testing::soon()).value();
}

std::string shared_database::contract(std::chrono::microseconds ahead) {
    const std::atomic<bool> ending = false;
    const auto dialect = make_dialect(database_url::parse(url));
    const auto made = migration_runner(*dialect, knowing(6), terms(ahead).now).contract(testing::soon(), ending);
    return std::to_string(made.contracted) + "/" + std::to_string(made.waiting);
}

bool shared_database::has_old_form() const {
    return understands("SELECT COUNT(name) FROM pet");
}

std::string shared_database::refusal_of(int version) {
    try {
        (void)start(version);
    } catch (const failure& failed) {
        return failed.kind() == failure_kind::unusable ? failed.what() : "not refused, but failed";
    }
    return {};
}

std::string use_old_form(database& old, int id) {
    const std::string given = "Rex " + std::to_string(id);
    const auto stored = old.write(testing::soon(), [&](transaction& open) -> domain::result<void> {
        open.sql() << "INSERT INTO pet (id, name) VALUES (:id, :name)", soci::use(id, "id"), soci::use(given, "name");
        return {};
    });
    stored.value();
    return old.read(testing::soon(), [&](transaction& open) {
        std::string name;
        open.sql() << "SELECT name FROM pet WHERE id = :id", soci::into(name), soci::use(id, "id");
        return name;
    });
}

}  // namespace extsrc::storage
