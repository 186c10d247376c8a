// SPDX-License-Identifier: BSL-1.0
#include "storage/migration_runner.hpp"

#include "domain/id.hpp"
#include "storage/compatibility.hpp"
#include "storage/schema_history.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace extsrc::storage {
namespace {

std::span<const migration> missing_steps(const schema_history& history, std::span<const migration> steps) {
    const auto first = std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return !history.has(step.version); });
    return steps.subspan(static_cast<std::size_t>(first - steps.begin()));
}

[[noreturn]] void refuse_to_wait(const migration& blocked, const migration& later, const serving_build& by) {
    throw failure(failure_kind::unusable, "schema step " + std::string(blocked.name) + " waits for instance " + by.instance_id +
                                              ", which serves with schema version " + std::to_string(by.schema_version) +
                                              ", and " + std::string(later.name) + " of this build cannot wait");
}

}  // namespace

migration_runner::migration_runner(const dialect& on, std::span<const migration> steps, wall_clock now)
    : dialect_(on), steps_(steps), now_(std::move(now)) {}

// Runs `work` as one transaction, which begins when other processes have had their turn, and returns what it returns. Nothing
// was done when that is nothing: `ending` came first.
template <class Work>
auto migration_runner::in_turn(soci::session& session, deadline until, const std::atomic<bool>& ending, const Work& work) const
    -> std::optional<decltype(work())> {
    while (!ending) {
        try {
            dialect_.begin_write(session);
            auto done = work();
            session << "COMMIT";
            return done;
        } catch (const soci::soci_error& error) {
            const auto why = dialect_.classify(session, error);
            if (dialect_.in_transaction(session)) session << "ROLLBACK";
            if (why.kind() != failure_kind::contention)
                throw failure(why.kind(), std::string("schema migration: ") + why.what());
        }
        if (std::chrono::steady_clock::now() > until)
            throw failure(failure_kind::timed_out, "another process kept the schema locked until the deadline");
    }
    return std::nullopt;
}

// Applies the first step that is missing, if it may be applied.
migration_runner::progress migration_runner::advance(soci::session& session) const {
    const auto began = now_();
    schema_history::prepare(session);
    schema_history history(session);
    history.check(steps_);
    const auto missing = missing_steps(history, steps_);
    if (missing.empty() || !may_apply(session, history, missing, began)) return {false, missing.size()};
    for (const auto& statement : statements(missing.front(), dialect_)) session << statement;
    const auto ended = now_();
    history.record(missing.front(), ended);
    // Nobody could renew a lease meanwhile, and a clock that was set meanwhile ends none.
    if (history.knows_serving_builds() && ended > began) serving_builds(session).extend_all(ended - began);
    return {true, missing.size() - 1};
}

bool migration_runner::may_apply(soci::session& session, const schema_history& history, std::span<const migration> missing,
                                 domain::timestamp now) const {
    if (!history.knows_serving_builds()) return true;
    serving_builds builds(session);
    builds.drop_ended(now);
    const auto broken = builds.any_older_than(serves_builds_from(missing.front()));
    if (!broken) return true;
    const auto needed = std::find_if(missing.begin(), missing.end(), [](const auto& step) { return !contracts(step); });
    if (needed != missing.end()) refuse_to_wait(missing.front(), *needed, *broken);
    return false;
}

// `last` runs in the transaction that finds nothing left to do.
void migration_runner::run(deadline until, const std::function<void(soci::session&)>& last) const {
    const auto session = dialect_.connect(access::read_write);
    const auto go_on = [&] {
        const bool applied = advance(*session).applied;
        if (!applied) last(*session);
        return applied;
    };
    const std::atomic<bool> never = false;
    while (in_turn(*session, until, never, go_on).value())
        if (std::chrono::steady_clock::now() > until)
            throw failure(failure_kind::timed_out, "the schema was not up to date by the deadline");
}

void migration_runner::run(deadline until) const {
    run(until, [](soci::session&) {});
}

std::optional<serving_build> migration_runner::enter(std::chrono::milliseconds lease, deadline until) const {
    std::optional<serving_build> entered;
    run(until, [&](soci::session& session) {
        if (!schema_history(session).knows_serving_builds()) return;
        entered = {domain::random_uuid(), steps_.back().version, lease_end(now_(), lease)};
        serving_builds builds(session);
        builds.drop_ended(now_());
        builds.enter(*entered);
    });
    return entered;
}

contraction migration_runner::contract(deadline until, const std::atomic<bool>& ending) const {
    const auto session = dialect_.connect(access::read_write);
    contraction made{0, count_missing(*session)};
    while (made.waiting > 0 && !ending && std::chrono::steady_clock::now() < until) {
        const auto done = in_turn(*session, until, ending, [&] { return advance(*session); });
        if (!done) break;
        made.waiting = done->missing;
        if (!done->applied) break;
        ++made.contracted;
    }
    return made;
}

// Most often nothing is missing, and nobody who writes has to wait for that to be seen.
std::size_t migration_runner::count_missing(soci::session& session) const {
    try {
        session.begin();
        const schema_history history(session, reading::aside);
        history.check(steps_);
        const auto missing = missing_steps(history, steps_).size();
        session.commit();
        return missing;
    } catch (const soci::soci_error& error) {
        throw dialect_.classify(session, error);
    }
}

void migrate(const dialect& dialect, std::span<const migration> steps, deadline until) {
    migration_runner(dialect, steps, system_wall_clock).run(until);
}

int newest_schema_version() {
    return migrations().back().version;
}

}  // namespace extsrc::storage
