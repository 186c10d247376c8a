// SPDX-License-Identifier: BSL-1.0
#include "storage/database.hpp"

#include "storage/back_off.hpp"
#include "storage/group_commit.hpp"
#include "storage/parallel_writers.hpp"
#include "storage/watched_run.hpp"
#include "storage/write_records.hpp"

#include <chrono>
#include <thread>

namespace extsrc::storage {
namespace {

// Where an organization is busy on several nodes of a cluster, most transactions lose races, and only one at a time wins.
constexpr int most_attempts = 200;
// Who lost a key to another sees the winner when he comes again; losing it over and over is no race.
constexpr int most_collisions = 20;
constexpr std::chrono::milliseconds first_pause{2};
constexpr std::chrono::milliseconds longest_pause{200};
// Sessions of a server that was restarted are all broken, but the first that shows it takes the idle ones with it.
constexpr int most_reads = 4;
constexpr std::chrono::hours records_are_kept{1};
constexpr std::size_t records_at_a_time = 1'000;

bool worth_repeating(const failure& failed) {
    return failed.lost_race() || failed.kind() == failure_kind::disconnected;
}

std::unique_ptr<writer> make_writer(const dialect& on, deadline_watch& watch, std::size_t sessions, const wall_clock& now) {
    if (on.writers() == writing::one_at_a_time) return std::make_unique<group_commit>(on);
    return std::make_unique<parallel_writers>(on, watch, sessions, now);
}

}  // namespace

database::database(std::string_view url, std::size_t sessions, deadline until, lease_terms lease,
                   std::span<const migration> steps)
    : dialect_(make_dialect(database_url::parse(url))),
      watch_(std::make_unique<deadline_watch>(*dialect_)),
      readers_(std::make_unique<session_pool>(*dialect_, *watch_, access::read_only, sessions)),
      writer_(make_writer(*dialect_, *watch_, sessions, lease.now)),
      terms_(std::move(lease)),
      steps_(steps) {
    if (auto entered = migration_runner(*dialect_, steps_, terms_.now).enter(terms_.length, until))
        lease_.emplace(*writer_, std::move(*entered), terms_);
}

void database::observe(change_observer observer) {
    writer_->observe(std::move(observer));
}

int database::schema_version(deadline until) {
    int version = 0;
    on_snapshot(until,
                [&](transaction& open) { open.sql() << "SELECT MAX(version) FROM schema_migration", soci::into(version); });
    return version;
}

std::vector<std::string> database::steps_after(int version) const {
    std::vector<std::string> names;
    for (const auto& step : steps_)
        if (step.version > version) names.emplace_back(step.name);
    return names;
}

contraction database::contract(deadline until, const std::atomic<bool>& ending) {
    return migration_runner(*dialect_, steps_, terms_.now).contract(until, ending);
}

void database::stop_serving(deadline until) {
    if (lease_) lease_->end(until);
}

std::optional<std::string> database::refusal() const {
    return lease_ ? lease_->refusal() : std::nullopt;
}

void database::require_admission() const {
    if (const auto why = refusal()) throw failure(failure_kind::unavailable, *why);
}

void database::run_read(deadline until, const std::function<void(transaction&)>& work) {
    require_admission();
    on_snapshot(until, work);
}

void database::on_snapshot(deadline until, const std::function<void(transaction&)>& work) {
    for (int attempt = 1;; ++attempt) {
        auto lease = readers_->borrow(until);
        try {
            run_watched(lease, *dialect_, *watch_, until, [&](soci::session& session) {
                dialect_->begin_read(session);
                transaction open(session);
                work(open);
                dialect_->commit(session);
            });
            return;
        } catch (const failure& failed) {
            if (failed.kind() != failure_kind::disconnected || attempt == most_reads) throw;
        }
    }
}

void database::run_write(const turn& of, deadline until, const unit_of_work& work) {
    require_admission();
    back_off pauses(first_pause, longest_pause);
    int collisions = 0;
    for (int attempt = 1;; ++attempt) {
        try {
            writer_->run(work, of, until, {});
            return;
        } catch (const failure& failed) {
            if (failed.kind() == failure_kind::unique_violation) ++collisions;
            const auto pause = pauses.next();
            const bool late = std::chrono::steady_clock::now() + pause >= until;
            if (!worth_repeating(failed) || attempt == most_attempts || collisions == most_collisions || late) throw;
            std::this_thread::sleep_for(pause);
        }
    }
}

void database::forget_write_records(deadline until) {
    const auto before = terms_.now() - std::chrono::microseconds(records_are_kept).count();
    const auto forget_some = [&](transaction& open) -> domain::result<bool> {
        return write_records(open.sql()).remove_before(before, records_at_a_time);
    };
    while (write(until, forget_some).value()) {
    }
}

}  // namespace extsrc::storage
