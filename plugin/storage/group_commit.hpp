// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/dialect.hpp"
#include "storage/session_pool.hpp"
#include "storage/transaction.hpp"

#include <condition_variable>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace extsrc::storage {

/// Whether a unit of work's changes shall stay.
enum class verdict : bool { roll_back, commit };

/// A unit of work. May run again from the start after it was rolled back, so it keeps nothing from an earlier run.
using unit_of_work = std::function<verdict(transaction&)>;

/// Told of the changes of each transaction once they are durable. Called on the writing thread; must not wait. What it
/// throws is dropped, and with it what was to be told.
using change_observer = std::function<void(std::vector<change>)>;

/// Runs units of work that write, one after another, on a thread and session of its own. Those that wait at the same moment
/// share one transaction and so one flush to disk, each behind a savepoint. SQLite has one writer in any case, and its lock
/// is unfair among many; measured with 16 threads, this commits about five times as much with a hundredth of the worst wait.
class group_commit {
public:
    /// @throws failure when the session cannot be opened
    explicit group_commit(const dialect& dialect);
    group_commit(const group_commit&) = delete;
    group_commit& operator=(const group_commit&) = delete;
    /// Runs what is queued, then ends the thread.
    ~group_commit();

    /// Returns once the work is committed, durably, or rolled back by its own verdict. [any thread]
    /// @param until when to give up waiting for the write lock   @param given_up says so at any earlier time
    /// @throws failure, or what the work threw; nothing of it was changed then, unless the kind is `unavailable`, where the
    ///         database failed during the commit itself and the outcome is unknown
    void run(unit_of_work work, deadline until, std::stop_token given_up = {});

    /// Tells `observer` of the changes of every transaction that commits from now on, and nobody else. [any thread]
    void observe(change_observer observer);

private:
    struct job {
        unit_of_work work;
        deadline until;
        std::stop_token given_up;
        std::promise<void> done;
        std::exception_ptr failed;
        std::vector<change> changes;

        [[nodiscard]] bool is_late(deadline now) const { return until < now || given_up.stop_requested(); }
    };
    using batch = std::vector<std::unique_ptr<job>>;

    void loop();
    batch next_batch();
    void commit(batch& jobs);
    void begin(batch& jobs);
    void attempt(job& one);
    void abandon();
    change_observer observer_now();
    void tell(batch& jobs) noexcept;

    const dialect& dialect_;
    std::unique_ptr<soci::session> session_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    change_observer observer_;
    batch queue_;
    bool stopping_ = false;
    std::thread writer_;
};

}  // namespace extsrc::storage
