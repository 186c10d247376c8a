// SPDX-License-Identifier: BSL-1.0
#include "storage/migration_runner.hpp"

#include "storage/transaction.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace extsrc::storage {
namespace {

struct applied_step {
    std::string name;
    std::string checksum;
};

std::map<int, applied_step> read_applied(soci::session& session) {
    std::map<int, applied_step> applied;
    int version = 0;
    applied_step step;
    soci::statement query = (session.prepare << "SELECT version, name, checksum FROM schema_migration", soci::into(version),
                             soci::into(step.name), soci::into(step.checksum));
    query.execute();
    while (query.fetch()) applied[version] = step;
    return applied;
}

void check_history(const std::map<int, applied_step>& applied, std::span<const migration> steps) {
    for (const auto& step : steps) {
        const auto found = applied.find(step.version);
        if (found != applied.end() && found->second.checksum != checksum(step))
            throw failure(failure_kind::unusable, "schema step " + found->second.name + " is not the one this build has");
    }
    if (!applied.empty() && applied.rbegin()->first > steps.back().version)
        throw failure(failure_kind::unusable,
                      "the database has schema step " + applied.rbegin()->second.name + ", which is newer than this build");
}

void record(soci::session& session, const migration& step) {
    const std::string name(step.name);
    const std::string sum = checksum(step);
    const long long now =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    session << "INSERT INTO schema_migration (version, name, checksum, applied_at) VALUES (:version, :name, :checksum, :at)",
        soci::use(step.version, "version"), soci::use(name, "name"), soci::use(sum, "checksum"), soci::use(now, "at");
}

// Applies the first step that is missing. Reads the history under the write lock, since another process may just have applied
// it.
bool apply_next(soci::session& session, const dialect& dialect, std::span<const migration> steps) {
    session << "CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER NOT NULL PRIMARY KEY, name VARCHAR(200) NOT NULL, "
               "checksum CHAR(64) NOT NULL, applied_at BIGINT NOT NULL)";
    const auto applied = read_applied(session);
    check_history(applied, steps);
    for (const auto& step : steps) {
        if (applied.contains(step.version)) continue;
        for (const auto& statement : statements(step, dialect)) session << statement;
        record(session, step);
        return true;
    }
    return false;
}

// One transaction. Nothing when another process holds the lock.
std::optional<bool> try_next(soci::session& session, const dialect& dialect, std::span<const migration> steps) {
    try {
        session << std::string(dialect.begin_write());
        const bool more = apply_next(session, dialect, steps);
        session << "COMMIT";
        return more;
    } catch (const soci::soci_error& error) {
        const auto why = dialect.classify(session, error);
        if (dialect.in_transaction(session)) session << "ROLLBACK";
        if (why.kind() == failure_kind::contention) return std::nullopt;
        throw failure(why.kind(), std::string("schema migration: ") + why.what());
    }
}

}  // namespace

void migrate(const dialect& dialect, std::span<const migration> steps, deadline until) {
    const auto session = dialect.connect(access::read_write);
    for (;;) {
        const auto more = try_next(*session, dialect, steps);
        if (more && !*more) return;
        if (std::chrono::steady_clock::now() > until)
            throw failure(failure_kind::timed_out, "another process kept the schema locked until the deadline");
    }
}

void migrate(const dialect& dialect, deadline until) {
    migrate(dialect, migrations(), until);
}

int newest_schema_version() {
    return migrations().back().version;
}

}  // namespace extsrc::storage
