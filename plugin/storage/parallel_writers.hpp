// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/change_teller.hpp"
#include "storage/deadline_watch.hpp"
#include "storage/dialect.hpp"
#include "storage/lease_terms.hpp"
#include "storage/session_pool.hpp"
#include "storage/write_records.hpp"
#include "storage/writer.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::storage {

/// Writes on sessions of its own, one transaction for each unit of work on the caller's thread, for databases on which writers
/// run side by side. Where a COMMIT breaks off, what became of it is not guessed: its record tells.
class parallel_writers final : public writer {
public:
    /// @param dialect borrowed, as the watch is   @param sessions most that write at the same time   @param now for the records
    parallel_writers(const dialect& dialect, deadline_watch& watch, std::size_t sessions, wall_clock now);

    void run(const unit_of_work& work, const turn& of, deadline until, const std::stop_token& given_up) override;
    void observe(change_observer observer) override { teller_.observe(std::move(observer)); }

private:
    // One attempt to commit a unit of work.
    struct attempt {
        const std::string id;
        bool committing = false;  // whether COMMIT was sent
        std::vector<change> changes = {};
    };

    void transact(soci::session& session, const unit_of_work& work, const turn& of, attempt& made);
    [[nodiscard]] bool was_committed(const std::string& id, deadline until);
    [[nodiscard]] fate settle(const std::string& id, deadline until);

    const dialect& dialect_;
    deadline_watch& watch_;
    session_pool sessions_;
    wall_clock now_;
    change_teller teller_;
};

}  // namespace extsrc::storage
