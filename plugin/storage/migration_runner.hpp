// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/dialect.hpp"
#include "storage/migration.hpp"
#include "storage/session_pool.hpp"

#include <span>

namespace extsrc::storage {

/// Brings the schema to the newest version: forward only, each step in one transaction together with its record, so that it
/// is there wholly or not at all. Processes that start at the same time take turns. @throws failure: `unusable` when the
/// database has steps this build does not know, or a step's checksum is not the one recorded
void migrate(const dialect& dialect, deadline until);

/// The same with other steps than the embedded ones; for tests.
void migrate(const dialect& dialect, std::span<const migration> steps, deadline until);

/// Version of the newest step this build knows.
[[nodiscard]] int newest_schema_version();

}  // namespace extsrc::storage
