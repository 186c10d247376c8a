// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "storage/stored_rows.hpp"
#include "storage/transaction.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace extsrc::storage {

/// Reads an organization whole, in pages: each is what follows `after` in the order of its key, which is that of bytes on every
/// database. An empty text, or 0, is before everything.
class organization_reader {
public:
    static constexpr std::size_t page = 500;  ///< rows at most; a shorter page is the last one

    /// @param open the snapshot that is read
    organization_reader(transaction& open, domain::organization_id of) : open_(open), of_(std::move(of)) {}

    /// Whether nothing is there of the organization. Not gone by: what only says that somebody once asked for it.
    [[nodiscard]] bool empty();
    /// 0 for an organization in which nothing was ever changed.
    [[nodiscard]] std::int64_t generation();
    /// Sources, contacts, links, decisions, resolutions and changes there are, together.
    [[nodiscard]] std::uint64_t size();

    [[nodiscard]] std::vector<source_row> sources(const std::string& after);
    [[nodiscard]] std::vector<contact_row> contacts(const std::string& after);
    [[nodiscard]] std::vector<link_row> links(const std::string& after);
    [[nodiscard]] std::vector<decision_row> decisions(const std::string& after);
    /// All at once: there are as many as lines, mailboxes and deployments.
    [[nodiscard]] std::vector<resolution_row> resolutions();
    [[nodiscard]] std::vector<change_row> changes(std::int64_t after);

private:
    transaction& open_;
    const domain::organization_id of_;
};

}  // namespace extsrc::storage
