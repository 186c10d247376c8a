// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <soci/soci.h>

namespace extsrc::storage {

/// The open transaction a unit of work runs in; repositories are made on it. Lives on one thread, for one unit of work.
class transaction {
public:
    explicit transaction(soci::session& session) : session_(session) {}
    transaction(const transaction&) = delete;
    transaction& operator=(const transaction&) = delete;

    [[nodiscard]] soci::session& sql() { return session_; }

private:
    soci::session& session_;
};

}  // namespace extsrc::storage
