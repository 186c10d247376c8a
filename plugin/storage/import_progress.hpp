// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "storage/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace extsrc::storage {

/// How far an organization's import is.
struct import_state {
    std::string sha256;       ///< of the archive
    std::uint64_t lines = 0;  ///< of the archive that are stored
    bool complete = false;    ///< whether what was stored was found to be what the archive says

    bool operator==(const import_state&) const = default;
};

/// Remembers how far imports are, in the transactions that store what they say. What was said last of an organization stays.
class import_progress {
public:
    explicit import_progress(transaction& open) : open_(open) {}

    /// Nothing for an organization that nobody imports or ever did. @throws failure (internal) when it cannot be read
    [[nodiscard]] std::optional<import_state> find(const domain::organization_id& of);
    void put(const domain::organization_id& of, const import_state& state);

private:
    transaction& open_;
};

}  // namespace extsrc::storage
