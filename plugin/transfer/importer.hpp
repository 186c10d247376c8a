// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "storage/database.hpp"
#include "storage/import_progress.hpp"
#include "storage/stored_rows.hpp"
#include "transfer/archive_check.hpp"
#include "transfer/lines.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace extsrc::transfer {

/// How an import went.
struct import_report {
    domain::organization_id organization;
    archive_end end;
    std::uint64_t resumed_at = 0;  ///< the line an earlier attempt got to; 0 for none
    bool was_complete = false;     ///< an earlier import had stored it all, and nothing was changed
};

/// Stores an archive's organization, batch by batch. How far it got is stored with each batch, so that whoever is broken off,
/// even by kill -9, goes on exactly there with the same archive. Until it is complete the organization has only some of its
/// data.
class importer {
public:
    /// All are borrowed.
    importer(storage::database& into, line_source& archive, observer& watching, storage::deadline until);

    /// Called once. [one thread]
    /// @return errc::invalid, naming the line, for an archive that is not acceptable; errc::conflict when something else is
    /// there of the organization, or is stored than the archive says  @throws storage::failure, broken_off
    [[nodiscard]] domain::result<import_report> run();

private:
    // Records that are stored together, and the number of the line of each.
    struct batch {
        std::vector<record> records;
        std::vector<std::uint64_t> lines;
        std::size_t bytes = 0;
    };

    domain::result<void> check();
    domain::result<storage::import_state> begin();
    domain::result<void> store_rest(std::uint64_t stored);
    domain::result<void> commit(batch& waiting, std::uint64_t& stored);
    domain::result<void> commit_one_by_one(const batch& waiting, std::uint64_t& stored);
    domain::result<void> commit(std::span<const record> records, std::uint64_t stored, std::uint64_t next);
    domain::result<void> verify();
    [[nodiscard]] storage::deadline patience() const;

    storage::database& database_;
    line_source& archive_;
    observer& watching_;
    const storage::deadline until_;
    checked_archive checked_;
};

}  // namespace extsrc::transfer
