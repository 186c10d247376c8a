// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/query.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Whether a change lasts, or is taken back once its answer is known.
enum class change_mode : bool { lasting, rehearsed };

/// What `dryRun` asks for; lasting without it. @return errc::invalid naming it for what is neither true nor false
[[nodiscard]] inline domain::result<change_mode> read_change_mode(const request& asked) {
    const auto dry_run = read_flag(asked, "dryRun");
    if (!dry_run) return dry_run.error();
    return dry_run->value_or(false) ? change_mode::rehearsed : change_mode::lasting;
}

/// Runs `work(transaction&)` for the caller's organization, as storage::database::write or rehearse does.
template <class Work>
auto run_change(const context& with, const request& asked, change_mode mode, Work&& work) {
    if (mode == change_mode::rehearsed) return with.database.rehearse(asked.organization, asked.until, work);
    return with.database.write(asked.organization, asked.until, work);
}

}  // namespace extsrc::handlers
