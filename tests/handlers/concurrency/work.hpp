// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/database.hpp"

#include <functional>
#include <string>
#include <vector>

/// What each of many workers does at the same time on one database. The same functions run in threads and in processes.
namespace extsrc::concurrency {

/// Where a worker reports; one line each.
using report = std::function<void(const std::string& line)>;

/// How many identifiers the workers compete for.
inline constexpr int contested = 60;

/// Creates, renames, disables, enables and deletes sources at random, from a small set of names.
void change_sources(storage::database& database, unsigned seed, const report& out);

/// Claims every contested identifier, in random order, for a contact of its own. Reports the number of each it got.
void claim_all(storage::database& database, unsigned seed, const report& out);

/// Resolves one first interaction for each contested identifier, in random order. Reports "number outcome contact".
void resolve_all(storage::database& database, unsigned seed, const report& out);

/// Creates contacts without end and reports the id of each as soon as it is acknowledged.
[[noreturn]] void create_for_ever(storage::database& database, const report& out);

/// The work by its name on the worker's command line; empty for an unknown one.
[[nodiscard]] std::function<void(storage::database&, unsigned, const report&)> work_named(const std::string& name);

/// The contested identifier of a number.
[[nodiscard]] std::string contested_phone(int number);

}  // namespace extsrc::concurrency
