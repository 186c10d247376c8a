// SPDX-License-Identifier: BSL-1.0
#include "storage/parallel_writers.hpp"

#include "domain/id.hpp"
#include "storage/back_off.hpp"
#include "storage/organization_turn.hpp"
#include "storage/watched_run.hpp"
#include "storage/write_records.hpp"

#include <chrono>
#include <thread>

namespace extsrc::storage {
namespace {

// Beyond the caller's deadline: a COMMIT that was broken off there shall not stay in doubt while the database answers.
constexpr std::chrono::milliseconds settling_patience{150};
constexpr std::chrono::milliseconds first_pause{5};
constexpr std::chrono::milliseconds longest_pause{250};

}  // namespace

parallel_writers::parallel_writers(const dialect& dialect, deadline_watch& watch, std::size_t sessions, wall_clock now)
    : dialect_(dialect), watch_(watch), sessions_(dialect, watch, access::read_write, sessions), now_(std::move(now)) {}

void parallel_writers::run(const unit_of_work& work, const turn& of, deadline until, const std::stop_token& given_up) {
    attempt made{domain::random_uuid()};
    try {
        auto lease = sessions_.borrow(until);
        if (given_up.stop_requested()) throw failure(failure_kind::unavailable, "given up before the work began");
        run_watched(lease, dialect_, watch_, until, [&](soci::session& session) { transact(session, work, of, made); });
    } catch (const failure& failed) {
        // Any other failure of COMMIT leaves in doubt whether it was made.
        if (!made.committing || failed.lost_race()) throw;
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
    run_watched(lease, dialect_, watch_, until, [&](soci::session& session) {
        dialect_.begin_write(session);
        known = write_records(session).find(id);
        if (known)
            write_records(session).confirm(id, now_());
        else
            write_records(session).insert(id, fate::abandoned, now_());
        dialect_.commit(session);
    });
    return known.value_or(fate::abandoned);
}

}  // namespace extsrc::storage
