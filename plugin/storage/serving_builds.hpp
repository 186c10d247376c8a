// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"

#include <soci/soci.h>

#include <optional>
#include <string>

namespace extsrc::storage {

/// An instance that serves on a database.
struct serving_build {
    std::string instance_id;
    int schema_version = 0;           ///< the newest its build knows
    domain::timestamp lease_end = 0;  ///< until when it counts as serving
};

/// The instances that serve, of all processes. Lives inside one transaction that writes, on a database that has the table.
class serving_builds {
public:
    explicit serving_builds(soci::session& session) : session_(session) {}

    void enter(const serving_build& instance);
    /// @return false when the instance is not there: its lease ended, and somebody who changed the schema dropped it
    [[nodiscard]] bool renew(const std::string& instance_id, domain::timestamp lease_end);
    void leave(const std::string& instance_id);

    /// Forgets the instances whose lease has ended; each of them has to come in again, and is then held to the schema.
    void drop_ended(domain::timestamp now);
    /// Lets every lease end that many microseconds later.
    void extend_all(domain::timestamp by);
    /// The instance that knows least, if that is less than `version`.
    [[nodiscard]] std::optional<serving_build> any_older_than(int version);

private:
    soci::session& session_;
};

}  // namespace extsrc::storage
