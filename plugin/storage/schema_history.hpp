// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/dialect.hpp"
#include "storage/migration.hpp"

#include <soci/soci.h>

#include <map>
#include <optional>
#include <span>
#include <string>

namespace extsrc::storage {

/// How the history is read: by those who change the schema or start to serve on it in turn, in a transaction that writes; by
/// who only looks in any transaction.
enum class reading : bool { in_turn, aside };

/// Which steps a database has, as its table schema_migration says. Lives inside one transaction.
class schema_history {
public:
    /// Makes the table where it is missing.
    static void prepare(soci::session& session, const dialect& on);

    /// Reads it, in turn after other processes have had theirs.
    /// @param unfinished the step that was announced, but is not there wholly
    explicit schema_history(soci::session& session, reading how = reading::in_turn, std::optional<int> unfinished = {});

    [[nodiscard]] bool has(int version) const { return version != unfinished_ && applied_.contains(version); }
    /// Whether the step is there that made the table of serving builds.
    [[nodiscard]] bool knows_serving_builds() const;

    /// Why a build whose newest step is `known` may not serve here; nothing when it may.
    [[nodiscard]] std::optional<std::string> refusal(int known) const;
    /// @throws failure (unusable) when a step is not the one that was recorded, or the steps are too old to serve here
    void check(std::span<const migration> steps) const;

    /// Writes down that a step is being applied: builds that it will not leave able to serve are refused from now on.
    void announce(const migration& step, domain::timestamp now);
    /// Writes down that the announced step is there, and which builds it leaves able to serve.
    void settle(const migration& step);

private:
    struct applied_step {
        std::string name;
        std::string checksum;
    };

    void read_steps();
    void read_serves_from();
    void write_serves_from(const migration& step);

    soci::session& session_;
    std::optional<int> unfinished_;
    std::map<int, applied_step> applied_;
    int serves_from_ = 0;  // schema version a build must know at least
    int narrowed_by_ = 0;  // the first step since which that is so
};

}  // namespace extsrc::storage
