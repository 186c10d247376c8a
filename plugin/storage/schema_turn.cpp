// SPDX-License-Identifier: BSL-1.0
#include "storage/schema_turn.hpp"

#include "domain/id.hpp"

#include <chrono>

namespace extsrc::storage {
namespace {

using soci::use;

// A statement may take longer; another process then takes the turn, waits for the same statement, and finds it done.
constexpr std::chrono::seconds lease_length{10};

}  // namespace

void schema_turn::prepare(soci::session& session, const dialect& on) {
    session << "CREATE TABLE IF NOT EXISTS schema_turn (id INTEGER NOT NULL PRIMARY KEY, holder VARCHAR(36) NOT NULL, "
               "lease_end BIGINT NOT NULL) " +
                   std::string(on.table_options());
    long long rows = 0;
    session << "SELECT COUNT(*) FROM schema_turn", soci::into(rows);
    if (rows != 0) return;
    try {
        session << "INSERT INTO schema_turn (id, holder, lease_end) VALUES (1, '', 0)";
    } catch (const soci::soci_error& error) {
        if (on.classify(session, error).kind() != failure_kind::unique_violation) throw;
    }
}

schema_turn::schema_turn(soci::session& session, wall_clock now)
    : session_(session), now_(std::move(now)), holder_(domain::random_uuid()) {}

schema_turn::~schema_turn() {
    try {
        session_ << "UPDATE schema_turn SET holder = '', lease_end = 0 WHERE id = 1 AND holder = :me", use(holder_, "me");
    } catch (const soci::soci_error&) {  // NOLINT(bugprone-empty-catch): the lease ends by itself
    }
}

bool schema_turn::take() {
    const auto now = now_();
    const auto end = lease_end(now, lease_length);
    soci::statement update = (session_.prepare << "UPDATE schema_turn SET holder = :me, lease_end = :end WHERE id = 1 AND "
                                                  "(holder = :same OR lease_end < :now)",
                              use(holder_, "me"), use(end, "end"), use(holder_, "same"), use(now, "now"));
    update.execute(true);
    return update.get_affected_rows() > 0;
}

bool schema_turn::keep() {
    const auto end = lease_end(now_(), lease_length);
    soci::statement update = (session_.prepare << "UPDATE schema_turn SET lease_end = :end WHERE id = 1 AND holder = :me",
                              use(end, "end"), use(holder_, "me"));
    update.execute(true);
    return update.get_affected_rows() > 0;
}

}  // namespace extsrc::storage
