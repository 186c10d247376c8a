// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "transfer/archive_ends.hpp"
#include "transfer/digest.hpp"
#include "transfer/known_contacts.hpp"
#include "transfer/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace extsrc::transfer {

/// What an archive was found to be.
struct checked_archive {
    std::string head_line;
    domain::organization_id organization;
    archive_end end;
    std::uint64_t lines = 0;  ///< the first and the last included
};

/// Reads an archive line by line and holds it to everything that can be told without a database: that it is whole and the bytes
/// are those that were exported, that every record keeps the domain's rules, is in its place, and refers to what is there.
class archive_check {
public:
    /// Takes the next line. After an error, which does not name the line, nothing more may be asked.
    [[nodiscard]] domain::result<void> take(std::string_view line);
    /// To be called behind the last line.
    [[nodiscard]] domain::result<checked_archive> finish() const;

    /// Lines taken.
    [[nodiscard]] std::uint64_t lines() const { return found_.lines; }

private:
    domain::result<void> take_head(std::string_view line);
    domain::result<void> take_end(std::string_view line);
    domain::result<void> take_record(std::string_view line);
    [[nodiscard]] std::string misplaced(const record& one);
    [[nodiscard]] std::string dangling(const record& one);
    [[nodiscard]] std::string unknown_source(const storage::contact_row& person) const;

    checked_archive found_;
    digest digest_;
    bool ended_ = false;
    record_counts counts_{};
    std::size_t kind_ = 0;
    std::string last_key_;
    std::int64_t generation_ = 0;
    std::unordered_set<std::string> sources_;
    known_contacts contacts_;
};

}  // namespace extsrc::transfer
