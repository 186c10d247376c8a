// SPDX-License-Identifier: BSL-1.0
#include "storage/postgresql_rules.hpp"

#include <string>

namespace extsrc::storage {
namespace {

// Stricter settings, such as those for standbys, stay.
constexpr const char* durable =
    "SELECT set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') = 'off' THEN 'on' "
    "ELSE current_setting('synchronous_commit') END, false)";

}  // namespace

failure_kind kind_of_sql_state(std::string_view state) {
    using namespace std::string_view_literals;
    if (state == "23505") return failure_kind::unique_violation;
    for (const auto lost_race : {"40001"sv, "40P01"sv, "55P03"sv})
        if (state == lost_race) return failure_kind::contention;
    // Out of resources, an I/O error, a server that only reads, a statement that took too long.
    for (const auto away : {"53"sv, "58"sv, "25006"sv, "57014"sv})
        if (state.starts_with(away)) return failure_kind::unavailable;
    for (const auto broken : {"08"sv, "57P"sv})
        if (state.starts_with(broken)) return failure_kind::disconnected;
    return failure_kind::internal;
}

void require_lasting_unicode(soci::session& session) {
    session << durable;
    std::string encoding;
    session << "SELECT current_setting('server_encoding')", soci::into(encoding);
    if (encoding != "UTF8")
        throw failure(failure_kind::unusable, "the PostgreSQL database has the encoding " + encoding + "; it must be UTF8");
}

}  // namespace extsrc::storage
