// SPDX-License-Identifier: BSL-1.0
#include "storage/parallel_writers.hpp"

#include "domain/id.hpp"
#include "storage/back_off.hpp"
#include "storage/organization_turn.hpp"
#include "storage/write_records.hpp"

#include <chrono>
#include <thread>

namespace extsrc::storage {
namespace {

// Beyond the caller's deadline: a COMMIT that was broken off there shall not stay in doubt while the database answers.
constexpr std::chrono::milliseconds settling_patience{150};
constexpr std::chrono::milliseconds first_pause{5};
constexpr std::chrono::milliseconds longest_pause{250};

// The session is sound then, and where it comes from COMMIT, nothing was committed; anything else leaves that in doubt.
bool lost_a_race(failure_kind kind) {
    return kind == failure_kind::contention || kind == failure_kind::unique_violation;
}

}  // namespace

parallel_writers::parallel_writers(const dialect& dialect, deadline_watch& watch, std::size_t sessions, wall_clock now)
    : dialect_(dialect), watch_(watch), sessions_(dialect, watch, access::read_write, sessions), now_(std::move(now)) {}

void parallel_writers::run(const unit_of_work& work, const turn& of, deadline until, const std::stop_token& given_up) {
    attempt made{domain::random_uuid()};
    try {
        auto lease = sessions_.borrow(until);
        if (given_up.stop_requested()) throw failure(failure_kind::timed_out, "given up before the work began");
        run_on(
            lease, [&](soci::session& session) { transact(session, work, of, made); }, until);
    } catch (const failure& failed) {
        if (!made.committing || lost_a_race(failed.kind())) throw;
        if (!was_committed(made.id, std::max(until, std::chrono::steady_clock::now()) + settling_patience)) throw;
    }
    teller_.tell(std::move(made.changes));
}

void parallel_writers::transact(soci::session& session, const unit_of_work& work, const turn& of, attempt& made) {
    dialect_.begin_write(session);
    if (of) take_turn(session, *of);
    transaction open(session);
    if (work(open) == verdict::roll_back) {
        dialect_.roll_back(session);
        return;
    }
    made.changes = open.take_changes();
    write_records(session).insert(made.id, fate::committed, now_());
    made.committing = true;
    dialect_.commit(session);
}

// Runs statements that end their transaction themselves. A session on which only a race was lost is used again.
void parallel_writers::run_on(session_pool::lease& lease, const std::function<void(soci::session&)>& statements,
                              deadline until) {
    auto& session = lease.session();
    std::optional<failure> failed;
    try {
        const deadline_watch::guard watched(watch_, session, until);
        try {
            statements(session);
            if (watched.broke_off()) lease.discard();
            return;
        } catch (const soci::soci_error& error) {
            failed = watched.broke_off() ? failure(failure_kind::unavailable, "the database did not answer by the deadline")
                                         : dialect_.classify(session, error);
            if (lost_a_race(failed->kind()) && dialect_.in_transaction(session)) dialect_.roll_back(session);
        }
    } catch (...) {
        // Closing the session ends its transaction.
        lease.discard();
        if (!failed) throw;
    }
    if (failed->kind() == failure_kind::disconnected)
        lease.discard_with_idle();
    else if (!lost_a_race(failed->kind()))
        lease.discard();
    throw *failed;
}

bool parallel_writers::was_committed(const std::string& id, deadline until) {
    back_off pauses(first_pause, longest_pause);
    for (;;) {
        try {
            return settle(id, until) == fate::committed;
        } catch (const failure& failed) {
            const auto pause = pauses.next();
            if (std::chrono::steady_clock::now() + pause >= until)
                throw failure(
                    failure_kind::outcome_unknown,
                    std::string("the database failed while it committed, and whether it did is not known: ") + failed.what());
            std::this_thread::sleep_for(pause);
        }
    }
}

// Either finds the record, or makes certain that it never will be there.
fate parallel_writers::settle(const std::string& id, deadline until) {
    auto lease = sessions_.borrow(until);
    std::optional<fate> known;
    run_on(
        lease,
        [&](soci::session& session) {
            dialect_.begin_write(session);
            known = write_records(session).find(id);
            if (known)
                write_records(session).confirm(id, now_());
            else
                write_records(session).insert(id, fate::abandoned, now_());
            dialect_.commit(session);
        },
        until);
    return known.value_or(fate::abandoned);
}

}  // namespace extsrc::storage
