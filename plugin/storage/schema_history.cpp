// SPDX-License-Identifier: BSL-1.0
#include "storage/schema_history.hpp"

#include "storage/compatibility.hpp"

#include <string>

namespace extsrc::storage {
namespace {

// sql/0003_serving_builds.sql
constexpr int serving_builds_step = 3;

}  // namespace

void schema_history::prepare(soci::session& session, const dialect& on) {
    session << "CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER NOT NULL PRIMARY KEY, name VARCHAR(200) NOT NULL, "
               "checksum CHAR(64) NOT NULL, applied_at BIGINT NOT NULL) " +
                   std::string(on.table_options());
}

schema_history::schema_history(soci::session& session, reading how, std::optional<int> unfinished)
    : session_(session), unfinished_(unfinished) {
    // The lock for databases on which a transaction that writes does not exclude every other one.
    if (how == reading::in_turn) session << "UPDATE schema_migration SET applied_at = applied_at WHERE version = 1";
    read_steps();
    read_serves_from();
}

void schema_history::read_steps() {
    int version = 0;
    applied_step step;
    soci::statement query = (session_.prepare << "SELECT version, name, checksum FROM schema_migration", soci::into(version),
                             soci::into(step.name), soci::into(step.checksum));
    query.execute();
    while (query.fetch()) applied_[version] = step;
}

// Builds that served before the column was there knew every step or none that was newer.
void schema_history::read_serves_from() {
    if (knows_serving_builds()) {
        session_ << "SELECT MAX(serves_from) FROM schema_migration", soci::into(serves_from_);
        session_ << "SELECT MIN(version) FROM schema_migration WHERE serves_from = :oldest", soci::into(narrowed_by_),
            soci::use(serves_from_, "oldest");
    } else if (!applied_.empty()) {
        serves_from_ = narrowed_by_ = applied_.rbegin()->first;
    }
}

bool schema_history::knows_serving_builds() const {
    return has(serving_builds_step);
}

std::optional<std::string> schema_history::refusal(int known) const {
    if (known >= serves_from_) return std::nullopt;
    return "the database, with schema step " + applied_.at(narrowed_by_).name + ", serves builds that know schema version " +
           std::to_string(serves_from_) + " or newer; this build knows " + std::to_string(known);
}

void schema_history::check(std::span<const migration> steps) const {
    for (const auto& step : steps) {
        const auto found = applied_.find(step.version);
        if (found != applied_.end() && found->second.checksum != checksum(step))
            throw failure(failure_kind::unusable, "schema step " + found->second.name + " is not the one this build has");
    }
    if (const auto why = refusal(steps.back().version)) throw failure(failure_kind::unusable, *why);
}

void schema_history::announce(const migration& step, domain::timestamp now) {
    const std::string name(step.name);
    const std::string sum = checksum(step);
    session_ << "INSERT INTO schema_migration (version, name, checksum, applied_at) VALUES (:version, :name, :checksum, :at)",
        soci::use(step.version, "version"), soci::use(name, "name"), soci::use(sum, "checksum"), soci::use(now, "at");
    if (knows_serving_builds()) write_serves_from(step);
    applied_[step.version] = {name, sum};
    unfinished_ = step.version;
}

void schema_history::settle(const migration& step) {
    unfinished_.reset();
    if (knows_serving_builds()) write_serves_from(step);
}

void schema_history::write_serves_from(const migration& step) {
    const int oldest = serves_builds_from(step);
    session_ << "UPDATE schema_migration SET serves_from = :oldest WHERE version = :version", soci::use(oldest, "oldest"),
        soci::use(step.version, "version");
}

}  // namespace extsrc::storage
