// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/migration.hpp"

#include <soci/soci.h>

#include <map>
#include <optional>
#include <span>
#include <string>

namespace extsrc::storage {

/// Which steps a database has, as its table schema_migration says. Lives inside one transaction that writes.
class schema_history {
public:
    /// Makes the table where it is missing.
    static void prepare(soci::session& session);

    /// Reads it, after other processes that change the schema or start to serve on it have had their turn.
    explicit schema_history(soci::session& session);

    [[nodiscard]] bool has(int version) const { return applied_.contains(version); }
    /// Whether the step is there that made the table of serving builds.
    [[nodiscard]] bool knows_serving_builds() const;

    /// Why a build whose newest step is `known` may not serve here; nothing when it may.
    [[nodiscard]] std::optional<std::string> refusal(int known) const;
    /// @throws failure (unusable) when a step is not the one that was recorded, or the steps are too old to serve here
    void check(std::span<const migration> steps) const;

    /// Writes down that a step was applied, and which builds it leaves able to serve.
    void record(const migration& step, domain::timestamp now);

private:
    struct applied_step {
        std::string name;
        std::string checksum;
    };

    void read_steps();
    void read_serves_from();

    soci::session& session_;
    std::map<int, applied_step> applied_;
    int serves_from_ = 0;  // schema version a build must know at least
    int narrowed_by_ = 0;  // the first step since which that is so
};

}  // namespace extsrc::storage
