// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/dialect.hpp"
#include "storage/lease_terms.hpp"

#include <soci/soci.h>

#include <string>

namespace extsrc::storage {

/// The turn of one process to change the schema, on databases where such changes commit by themselves and so cannot be under
/// the lock of a transaction. It is a lease: who was killed while having it keeps the others waiting for some seconds. The
/// clocks of the processes have to agree to well within that. Lives on one thread.
class schema_turn {
public:
    /// Makes the table where it is missing.
    static void prepare(soci::session& session, const dialect& on);

    /// @param session borrowed
    schema_turn(soci::session& session, wall_clock now);
    schema_turn(const schema_turn&) = delete;
    schema_turn& operator=(const schema_turn&) = delete;
    /// Leaves; where that fails the lease ends by itself.
    ~schema_turn();

    /// @return whether this one has the turn from now on
    [[nodiscard]] bool take();
    /// Prolongs the lease. @return false when somebody else took the turn meanwhile
    [[nodiscard]] bool keep();

private:
    soci::session& session_;
    wall_clock now_;
    const std::string holder_;
};

}  // namespace extsrc::storage
