// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/deadline.hpp"
#include "storage/dialect.hpp"
#include "storage/lease_terms.hpp"
#include "storage/migration.hpp"
#include "storage/schema_history.hpp"
#include "storage/schema_turn.hpp"
#include "storage/serving_builds.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>

namespace extsrc::storage {

/// What became of the steps that waited for older builds to end.
struct contraction {
    std::size_t contracted = 0;  ///< steps that were applied
    std::size_t waiting = 0;     ///< steps that still wait
};

/// Brings a schema forward, each step in one transaction together with its record, so that it is there wholly or not at all.
/// Where changes of the schema do not roll back, a step is announced first, and each statement leaves a mark: whoever comes
/// next goes on after the last mark. A step that would break a build that serves is not applied: if it only contracts the
/// schema, and nothing else comes after it, it waits. The time a step takes is added to the leases that were valid when it
/// began. Processes that start at the same time take turns. Every function throws failure: `unusable` when a step's checksum is
/// not the one recorded, when the database no longer serves this build, or when a step may not be applied and may not wait
/// either; `timed_out` when others kept the lock until the deadline.
class migration_runner {
public:
    /// @param steps in order of version, at least one; borrowed as the dialect is   @param now judges the leases of others
    migration_runner(const dialect& on, std::span<const migration> steps, wall_clock now);

    /// Applies what is missing and may be applied.
    void run(deadline until) const;

    /// Does the same, and enters an instance of this build in the transaction that finds nothing left to do. From then on until
    /// it leaves or its lease ends, no step is applied that would break it.
    /// @return the entry; nothing when the steps end before the one that makes the table of serving builds
    [[nodiscard]] std::optional<serving_build> enter(std::chrono::milliseconds lease, deadline until) const;

    /// Applies the steps that wait on a schema that was brought forward, as far as nobody needs what they take away. Returns
    /// early, before a step, at the deadline or when `ending` becomes true. Locks nobody out when no step waits.
    [[nodiscard]] contraction contract(deadline until, const std::atomic<bool>& ending) const;

private:
    struct progress {
        bool applied;         // one step
        std::size_t missing;  // still, of this build's steps
    };

    using turn_work = std::function<progress(soci::session&, schema_turn*)>;

    [[nodiscard]] progress advance(soci::session& session, schema_turn* turn) const;
    [[nodiscard]] progress advance_wholly(soci::session& session) const;
    [[nodiscard]] progress advance_by_marks(soci::session& session, schema_turn& turn) const;
    bool begin_by_marks(soci::session& session, schema_history& history, std::span<const migration> missing) const;
    void apply_by_marks(soci::session& session, const migration& step, schema_turn& turn) const;
    void end_step(soci::session& session, schema_history& history, const migration& step, domain::timestamp began) const;
    [[nodiscard]] schema_history read_history(soci::session& session, reading how = reading::in_turn) const;
    [[nodiscard]] std::size_t count_missing(soci::session& session) const;
    [[nodiscard]] bool may_apply(soci::session& session, const schema_history& history, std::span<const migration> missing,
                                 domain::timestamp now) const;
    void run(deadline until, const std::function<void(soci::session&)>& last) const;
    [[nodiscard]] std::optional<progress> in_turn(soci::session& session, deadline until, const std::atomic<bool>& ending,
                                                  const turn_work& work) const;
    [[nodiscard]] std::optional<progress> try_once(soci::session& session, std::optional<schema_turn>& turn,
                                                   const turn_work& work) const;
    void prepare_marks(soci::session& session) const;
    [[nodiscard]] std::optional<progress> try_in_transaction(soci::session& session, const turn_work& work) const;
    [[nodiscard]] std::optional<progress> try_in_lease(soci::session& session, schema_turn& turn, const turn_work& work) const;

    const dialect& dialect_;
    std::span<const migration> steps_;
    wall_clock now_;
};

/// Runs the steps without entering an instance; for tests.
void migrate(const dialect& dialect, std::span<const migration> steps, deadline until);

/// Version of the newest step this build knows.
[[nodiscard]] int newest_schema_version();

}  // namespace extsrc::storage
