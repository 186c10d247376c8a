// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <optional>
#include <string>

namespace extsrc::storage {

/// What became of a transaction.
enum class fate : bool { abandoned, committed };

/// Which transactions were committed, each under an id made for it, so that the outcome of a COMMIT that nobody heard of can be
/// looked up. Lives inside one transaction.
class write_records {
public:
    explicit write_records(soci::session& session) : session_(session) {}

    /// As `committed`, part of the transaction that is recorded. As `abandoned`, settles that no transaction with this id will
    /// ever commit; waits while one that would is still open. Fails by a unique violation when the fate is known already.
    void insert(const std::string& id, fate which, domain::timestamp now);

    /// Writes the record anew, so that its COMMIT waits for whatever the first one should have waited for, such as a standby.
    void confirm(const std::string& id, domain::timestamp now);

    /// Nothing while it is not known.
    [[nodiscard]] std::optional<fate> find(const std::string& id);

    /// Forgets the oldest of those from before a time, by when nobody asks for them any more: about `most` of them.
    /// @return whether there may be more
    [[nodiscard]] bool remove_before(domain::timestamp time, std::size_t most);

private:
    soci::session& session_;
};

}  // namespace extsrc::storage
