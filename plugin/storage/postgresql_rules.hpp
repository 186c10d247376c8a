// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/failure.hpp"

#include <soci/soci.h>

#include <string_view>

/// What holds for PostgreSQL by whichever way it is reached.
namespace extsrc::storage {

/// What a SQLSTATE means.
[[nodiscard]] failure_kind kind_of_sql_state(std::string_view state);

/// Excludes every other change of the schema in the database until the transaction ends, whoever makes it, so that all builds
/// have the same key: "extsrc" as a number.
inline constexpr const char* lock_postgresql_schema = "SELECT pg_advisory_xact_lock(111568428593763)";

/// Has what a session commits survive the server's end, and refuses a database that is not in UTF8. @throws failure (unusable)
void require_lasting_unicode(soci::session& session);

}  // namespace extsrc::storage
