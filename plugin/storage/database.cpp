// SPDX-License-Identifier: BSL-1.0
#include "storage/database.hpp"

namespace extsrc::storage {
namespace {

constexpr int max_attempts = 8;

bool worth_repeating(const failure& failed) {
    return failed.kind() == failure_kind::unique_violation || failed.kind() == failure_kind::contention;
}

}  // namespace

database::database(std::string_view url, std::size_t read_sessions, deadline until, lease_terms lease,
                   std::span<const migration> steps)
    : dialect_(make_dialect(database_url::parse(url))),
      readers_(std::make_unique<session_pool>(*dialect_, read_sessions)),
      writer_(std::make_unique<group_commit>(*dialect_)),
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
    auto lease = readers_->borrow(until);
    auto& session = lease.session();
    try {
        session.begin();
        transaction open(session);
        work(open);
        session.commit();
    } catch (const soci::soci_error& error) {
        const auto why = dialect_->classify(session, error);
        lease.discard();
        throw why;
    } catch (...) {
        // Closing the session ends its transaction.
        lease.discard();
        throw;
    }
}

void database::run_write(deadline until, const unit_of_work& work) {
    require_admission();
    for (int attempt = 1;; ++attempt) {
        try {
            writer_->run(work, until);
            return;
        } catch (const failure& failed) {
            if (!worth_repeating(failed) || attempt == max_attempts) throw;
        }
    }
}

}  // namespace extsrc::storage
