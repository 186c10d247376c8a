// SPDX-License-Identifier: BSL-1.0
#include "storage/step_progress.hpp"

#include <string>

namespace extsrc::storage {

using soci::into;
using soci::use;

void step_progress::prepare(soci::session& session, const dialect& on) {
    session << "CREATE TABLE IF NOT EXISTS schema_progress (version INTEGER NOT NULL PRIMARY KEY, applied BIGINT NOT NULL) " +
                   std::string(on.table_options());
}

std::optional<int> step_progress::unfinished() {
    int version = 0;
    session_ << "SELECT COALESCE(MIN(version), 0) FROM schema_progress", into(version);
    return version == 0 ? std::nullopt : std::optional(version);
}

std::size_t step_progress::applied(int version) {
    long long count = 0;
    session_ << "SELECT applied FROM schema_progress WHERE version = :version", into(count), use(version, "version");
    return static_cast<std::size_t>(count);
}

void step_progress::begin(int version) {
    session_ << "INSERT INTO schema_progress (version, applied) VALUES (:version, 0)", use(version, "version");
}

void step_progress::advance(int version, std::size_t applied) {
    const auto count = static_cast<long long>(applied);
    session_ << "UPDATE schema_progress SET applied = :count WHERE version = :version AND applied < :same", use(count, "count"),
        use(version, "version"), use(count, "same");
}

void step_progress::finish(int version) {
    session_ << "DELETE FROM schema_progress WHERE version = :version", use(version, "version");
}

}  // namespace extsrc::storage
