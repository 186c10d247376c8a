// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "storage/transaction.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace extsrc::storage {

/// How many contacts hold external IDs of which source, in all divisions of an organization. Holders are live: a merge hands on
/// what it merges, and what is removed holds nothing.
class source_holders {
public:
    source_holders(transaction& open, const domain::organization_id& organization);

    /// Contacts that hold an external ID of the source, owning or waiting, counted up to `most`: reads a bounded part of the
    /// index of identifiers.
    [[nodiscard]] std::size_t count(const domain::source_id& source, std::size_t most);

private:
    [[nodiscard]] std::size_t count_in(const std::string& division, const domain::source_id& source, std::size_t most);

    transaction& open_;
    domain::organization_id organization_;
    std::vector<std::string> divisions_;
};

}  // namespace extsrc::storage
