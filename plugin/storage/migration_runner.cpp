// SPDX-License-Identifier: BSL-1.0
#include "storage/migration_runner.hpp"

#include "domain/id.hpp"
#include "storage/compatibility.hpp"
#include "storage/step_progress.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

namespace extsrc::storage {
namespace {

// Between looks whether another process has left the schema alone.
constexpr std::chrono::milliseconds turn_pause{50};

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

// Does `work` when other processes have had their turn, and returns what it returns. Nothing was done when that is nothing:
// `ending` came first.
std::optional<migration_runner::progress> migration_runner::in_turn(soci::session& session, deadline until,
                                                                    const std::atomic<bool>& ending,
                                                                    const turn_work& work) const {
    std::optional<schema_turn> turn;
    while (!ending) {
        try {
            if (auto done = try_once(session, turn, work)) return done;
        } catch (const failure& failed) {
            roll_back(session);
            if (!failed.lost_race()) throw;
        }
        if (std::chrono::steady_clock::now() > until)
            throw failure(failure_kind::timed_out, "another process kept the schema locked until the deadline");
    }
    return std::nullopt;
}

void migration_runner::roll_back(soci::session& session) const {
    try {
        if (dialect_.in_transaction(session)) dialect_.roll_back(session);
    } catch (const soci::soci_error&) {  // NOLINT(bugprone-empty-catch): the session goes away with its transaction
    }
}

// Nothing when it is not this one's turn.
std::optional<migration_runner::progress> migration_runner::try_once(soci::session& session, std::optional<schema_turn>& turn,
                                                                     const turn_work& work) const {
    try {
        if (dialect_.schema_changes_roll_back()) return try_in_transaction(session, work);
        if (!turn) {
            prepare_marks(session);
            turn.emplace(session, now_);
        }
        return try_in_lease(session, *turn, work);
    } catch (const soci::soci_error& error) {
        const auto why = dialect_.classify(session, error);
        throw failure(why.kind(), std::string("schema migration: ") + why.what());
    }
}

void migration_runner::prepare_marks(soci::session& session) const {
    schema_history::prepare(session, dialect_);
    step_progress::prepare(session, dialect_);
    schema_turn::prepare(session, dialect_);
}

std::optional<migration_runner::progress> migration_runner::try_in_transaction(soci::session& session,
                                                                               const turn_work& work) const {
    dialect_.begin_schema_change(session);
    const auto done = work(session, nullptr);
    dialect_.commit(session);
    return done;
}

std::optional<migration_runner::progress> migration_runner::try_in_lease(soci::session& session, schema_turn& turn,
                                                                         const turn_work& work) const {
    if (turn.take()) return work(session, &turn);
    std::this_thread::sleep_for(turn_pause);
    return std::nullopt;
}

schema_history migration_runner::read_history(soci::session& session, reading how) const {
    if (dialect_.schema_changes_roll_back()) return schema_history(session, how);
    return schema_history(session, how, step_progress(session).unfinished());
}

// Applies the first step that is missing, if it may be applied.
migration_runner::progress migration_runner::advance(soci::session& session, schema_turn* turn) const {
    return turn != nullptr ? advance_by_marks(session, *turn) : advance_wholly(session);
}

migration_runner::progress migration_runner::advance_wholly(soci::session& session) const {
    const auto began = now_();
    schema_history::prepare(session, dialect_);
    auto history = read_history(session);
    history.check(steps_);
    const auto missing = missing_steps(history, steps_);
    if (missing.empty() || !may_apply(session, history, missing, began)) return {false, missing.size()};
    for (const auto& statement : statements(missing.front(), dialect_)) session << statement;
    history.announce(missing.front(), now_());
    end_step(session, history, missing.front(), began);
    return {true, missing.size() - 1};
}

migration_runner::progress migration_runner::advance_by_marks(soci::session& session, schema_turn& turn) const {
    const auto began = now_();
    dialect_.begin_write(session);
    auto history = read_history(session);
    history.check(steps_);
    const auto missing = missing_steps(history, steps_);
    const bool begun = !missing.empty() && begin_by_marks(session, history, missing, began);
    dialect_.commit(session);
    if (!begun) return {false, missing.size()};
    const auto& step = missing.front();
    apply_by_marks(session, step, turn);
    dialect_.begin_write(session);
    step_progress(session).finish(step.version);
    end_step(session, history, step, began);
    dialect_.commit(session);
    return {true, missing.size() - 1};
}

// Whether the first missing step is announced now, or was by somebody who did not finish it.
bool migration_runner::begin_by_marks(soci::session& session, schema_history& history, std::span<const migration> missing,
                                      domain::timestamp now) const {
    step_progress marks(session);
    const auto& step = missing.front();
    if (marks.unfinished() == step.version) return true;
    if (!may_apply(session, history, missing, now)) return false;
    history.announce(step, now);
    marks.begin(step.version);
    return true;
}

// A statement and its mark may be cut apart, but only where the next one to come finds the statement done already.
void migration_runner::apply_by_marks(soci::session& session, const migration& step, schema_turn& turn) const {
    const auto all = statements(step, dialect_);
    step_progress marks(session);
    const std::size_t resumed_at = marks.applied(step.version);
    for (std::size_t i = resumed_at; i < all.size(); ++i) {
        dialect_.begin_write(session);
        if (!turn.keep()) throw failure(failure_kind::contention, "another process took over the schema migration");
        try {
            session << all[i];
        } catch (const soci::soci_error& error) {
            if (i != resumed_at || !dialect_.was_done_already(error)) throw;
        }
        marks.advance(step.version, i + 1);
        if (dialect_.in_transaction(session)) dialect_.commit(session);
    }
}

void migration_runner::end_step(soci::session& session, schema_history& history, const migration& step,
                                domain::timestamp began) const {
    history.settle(step);
    const auto ended = now_();
    // Nobody could renew a lease meanwhile, and a clock that was set meanwhile ends none.
    if (history.knows_serving_builds() && ended > began) serving_builds(session).extend_all(ended - began);
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

// `last` runs in the transaction that finds nothing left to do, or in one of its own while nobody else has the turn.
void migration_runner::run(deadline until, const std::function<void(soci::session&)>& last) const {
    const auto session = dialect_.connect(access::read_write);
    const auto go_on = [&](soci::session& on, schema_turn* turn) {
        const auto done = advance(on, turn);
        if (done.applied) return done;
        if (turn != nullptr) dialect_.begin_write(on);
        last(on);
        if (turn != nullptr) dialect_.commit(on);
        return done;
    };
    const std::atomic<bool> never = false;
    while (in_turn(*session, until, never, go_on).value().applied)
        if (std::chrono::steady_clock::now() > until)
            throw failure(failure_kind::timed_out, "the schema was not up to date by the deadline");
    dialect_.inspect_schema(*session);
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
        const auto done =
            in_turn(*session, until, ending, [&](soci::session& on, schema_turn* turn) { return advance(on, turn); });
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
        dialect_.begin_read(session);
        const auto history = read_history(session, reading::aside);
        history.check(steps_);
        const auto missing = missing_steps(history, steps_).size();
        dialect_.commit(session);
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
