// SPDX-License-Identifier: BSL-1.0
#include "storage/watched_run.hpp"

#include <string>

namespace extsrc::storage {
namespace {

bool rolled_back(soci::session& session, const dialect& on) {
    try {
        if (on.in_transaction(session)) on.roll_back(session);
        return true;
    } catch (const soci::soci_error&) {
        return false;
    }
}

// @return whether the session is of use afterwards
bool run_while_watched(soci::session& session, const dialect& on, const deadline_watch::guard& watched,
                       const std::function<void(soci::session&)>& statements) {
    try {
        statements(session);
        return !watched.broke_off();
    } catch (const soci::soci_error& error) {
        if (watched.broke_off()) throw failure(failure_kind::unavailable, "the database did not answer by the deadline");
        const auto failed = on.classify(session, error);
        if (failed.lost_race() && !rolled_back(session, on)) throw failure(failure_kind::disconnected, failed.what());
        throw failed;
    }
}

}  // namespace

void run_watched(session_pool::lease& lease, const dialect& on, deadline_watch& watch, deadline until,
                 const std::function<void(soci::session&)>& statements) {
    bool of_use = false;
    try {
        const deadline_watch::guard watched(watch, lease.session(), until);
        of_use = run_while_watched(lease.session(), on, watched, statements);
    } catch (const failure& failed) {
        if (failed.kind() == failure_kind::disconnected)
            lease.discard_with_idle();
        else if (!failed.lost_race() || !rolled_back(lease.session(), on))
            lease.discard();
        throw;
    } catch (...) {
        lease.discard();
        throw;
    }
    if (!of_use) lease.discard();
}

}  // namespace extsrc::storage
