// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "storage/build_lease.hpp"
#include "storage/deadline_watch.hpp"
#include "storage/dialect.hpp"
#include "storage/lease_terms.hpp"
#include "storage/migration.hpp"
#include "storage/migration_runner.hpp"
#include "storage/session_pool.hpp"
#include "storage/transaction.hpp"
#include "storage/writer.hpp"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// SOCI: sessions, dialects, migrations, one repository per aggregate, the change log.
namespace extsrc::storage {

/// The database of one plugin instance. Opening brings its schema forward, as far as the builds that serve on it allow, and
/// says that this one serves too, until the object ends. While `refusal` says why the schema no longer admits this build, it
/// reads and writes nothing any more: what is asked of it throws failure (unavailable).
class database {
public:
    /// @param url as in database_url   @param sessions most that read at the same time, and most that write on a server
    /// @param until when to give up waiting for another process's migration   @param lease how it goes on saying that it serves
    /// @param steps those this build knows; borrowed   @throws failure
    database(std::string_view url, std::size_t sessions, deadline until, lease_terms lease = {},
             std::span<const migration> steps = migrations());

    /// Runs `work(transaction&)` on one consistent snapshot and returns what it returns. Runs it again on another connection
    /// when one broke. [any thread] @throws failure
    template <class Work>
    auto read(deadline until, Work&& work) {
        using answer = decltype(work(std::declval<transaction&>()));
        std::optional<answer> kept;
        run_read(until, [&](transaction& open) { kept.emplace(work(open)); });
        return std::move(*kept);
    }

    /// Runs `work(transaction&)`, which returns a domain::result, as one transaction: committed durably when the result has a
    /// value, rolled back when it is an error. Works of one organization run one after another, in all processes, so that what
    /// `work` reads stays true until it is committed. After a lost race it runs again from the start, so that the check that
    /// comes before an insert sees the winner. [any thread] @throws failure
    template <class Work>
    auto write(const domain::organization_id& of, deadline until, Work&& work) {
        return keep_good(of, until, work);
    }
    /// The same for what belongs to no organization; works then run side by side.
    template <class Work>
    auto write(deadline until, Work&& work) {
        return keep_good(std::nullopt, until, work);
    }

    /// Runs `work` as `write` does and rolls it back whatever it returns: what would come of it. [any thread] @throws failure
    template <class Work>
    auto rehearse(const domain::organization_id& of, deadline until, Work&& work) {
        using answer = decltype(work(std::declval<transaction&>()));
        std::optional<answer> kept;
        run_write(of, until, [&](transaction& open) {
            kept.emplace(work(open));
            return verdict::roll_back;
        });
        return std::move(*kept);
    }

    /// Tells `observer` of every change that is committed from now on, and nobody else. [any thread]
    void observe(change_observer observer);

    /// Version of the schema, read from the database: proof that it answers, also to a build that the schema no longer admits.
    /// [any thread] @throws failure
    [[nodiscard]] int schema_version(deadline until);
    /// Names of the steps this build knows that come after a version of the schema.
    [[nodiscard]] std::vector<std::string> steps_after(int version) const;

    /// Applies the steps that wait for older builds to end, as migration_runner::contract does. [any thread] @throws failure
    [[nodiscard]] contraction contract(deadline until, const std::atomic<bool>& ending);
    /// Says that this one serves no more, by the deadline or not at all; to be called when nothing is read or written any more.
    /// The object's end says it otherwise, and waits a second at most.
    void stop_serving(deadline until);
    /// Forgets the records of transactions that were committed an hour ago. [any thread] @throws failure
    void forget_write_records(deadline until);
    /// Why the schema no longer admits this build, which slept until it was forgotten; nothing while it does. [any thread]
    [[nodiscard]] std::optional<std::string> refusal() const;

private:
    template <class Work>
    auto keep_good(const turn& of, deadline until, Work& work) {
        using answer = decltype(work(std::declval<transaction&>()));
        std::optional<answer> kept;
        run_write(of, until, [&](transaction& open) {
            kept.emplace(work(open));
            return kept->has_value() ? verdict::commit : verdict::roll_back;
        });
        return std::move(*kept);
    }

    void require_admission() const;
    void run_read(deadline until, const std::function<void(transaction&)>& work);
    void on_snapshot(deadline until, const std::function<void(transaction&)>& work);
    void run_write(const turn& of, deadline until, const unit_of_work& work);

    std::unique_ptr<dialect> dialect_;
    std::unique_ptr<deadline_watch> watch_;
    std::unique_ptr<session_pool> readers_;
    std::unique_ptr<writer> writer_;
    const lease_terms terms_;
    const std::span<const migration> steps_;
    std::optional<build_lease> lease_;  // after the writer it writes with
};

}  // namespace extsrc::storage
