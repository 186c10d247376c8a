// SPDX-License-Identifier: BSL-1.0
#include "storage/group_commit.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace extsrc::storage {
namespace {

constexpr std::size_t max_batch = 64;

}  // namespace

group_commit::group_commit(const dialect& dialect)
    : dialect_(dialect), session_(dialect.connect(access::read_write)), writer_([this] { loop(); }) {}

group_commit::~group_commit() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    writer_.join();
}

void group_commit::run(const unit_of_work& work, const turn&, deadline until, const std::stop_token& given_up) {
    auto one = std::make_unique<job>(job{work, until, given_up, {}, {}, {}});
    auto done = one->done.get_future();
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(one));
    }
    arrived_.notify_one();
    done.get();
}

void group_commit::loop() {
    for (batch jobs = next_batch(); !jobs.empty(); jobs = next_batch()) {
        std::exception_ptr all_failed;
        try {
            commit(jobs);
            for (auto& one : jobs) teller_.tell(std::move(one->changes));
        } catch (const soci::soci_error& error) {
            all_failed = std::make_exception_ptr(dialect_.classify(*session_, error));
            abandon();
        } catch (...) {
            all_failed = std::current_exception();
            abandon();
        }
        for (auto& one : jobs) {
            const auto failed = one->failed ? one->failed : all_failed;
            failed ? one->done.set_exception(failed) : one->done.set_value();
        }
    }
}

group_commit::batch group_commit::next_batch() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
    const auto take = static_cast<std::ptrdiff_t>(std::min(queue_.size(), max_batch));
    batch jobs(std::make_move_iterator(queue_.begin()), std::make_move_iterator(queue_.begin() + take));
    queue_.erase(queue_.begin(), queue_.begin() + take);
    return jobs;
}

void group_commit::commit(batch& jobs) {
    if (!session_) session_ = dialect_.connect(access::read_write);
    if (!begin(jobs)) return;
    for (auto& one : jobs) attempt(*one);
    dialect_.commit(*session_);
}

// Waits for the write lock while anybody does. Others may keep it long, and those behind this batch have deadlines too.
bool group_commit::begin(batch& jobs) {
    for (;;) {
        refuse_late(jobs);
        if (jobs.empty()) return false;
        if (lock_for_writing()) return true;
        const std::lock_guard lock(mutex_);
        refuse_late(queue_);
    }
}

bool group_commit::lock_for_writing() {
    try {
        dialect_.begin_write(*session_);
        return true;
    } catch (const soci::soci_error& error) {
        const auto why = dialect_.classify(*session_, error);
        if (why.kind() != failure_kind::contention) throw why;
        return false;
    }
}

void group_commit::refuse_late(batch& jobs) {
    std::erase_if(jobs, [now = std::chrono::steady_clock::now()](const auto& one) {
        if (!one->is_late(now)) return false;
        const failure late(failure_kind::unavailable, "the database was not free for writing by the deadline");
        one->done.set_exception(std::make_exception_ptr(late));
        return true;
    });
}

void group_commit::attempt(job& one) {
    *session_ << "SAVEPOINT work";
    try {
        transaction open(*session_);
        const bool keep = one.work(open) == verdict::commit;
        if (!keep) *session_ << "ROLLBACK TO work";
        *session_ << "RELEASE work";
        if (keep) one.changes = open.take_changes();
        return;
    } catch (const soci::soci_error& error) {
        one.failed = std::make_exception_ptr(dialect_.classify(*session_, error));
    } catch (...) {
        one.failed = std::current_exception();
    }
    // A full disk, say, ends the whole transaction, and with it the work of those before.
    if (!dialect_.in_transaction(*session_)) std::rethrow_exception(one.failed);
    *session_ << "ROLLBACK TO work";
    *session_ << "RELEASE work";
}

// After a failure nobody knows what state the session is in.
void group_commit::abandon() {
    try {
        if (session_ && dialect_.in_transaction(*session_)) dialect_.roll_back(*session_);
    } catch (const soci::soci_error&) {  // NOLINT(bugprone-empty-catch): the session goes away with its transaction
    }
    session_.reset();
}

}  // namespace extsrc::storage
