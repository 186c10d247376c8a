// SPDX-License-Identifier: BSL-1.0
#include "storage/session_pool.hpp"

#include <algorithm>
#include <utility>

namespace extsrc::storage {
namespace {

constexpr std::chrono::milliseconds first_pause{50};
constexpr std::chrono::milliseconds longest_pause{2'000};
// A session that was idle for so long is asked whether its connection is still there.
constexpr std::chrono::seconds check_after{10};
constexpr std::chrono::seconds check_patience{2};

}  // namespace

session_pool::session_pool(const dialect& dialect, deadline_watch& watch, access mode, std::size_t size)
    : dialect_(dialect), watch_(watch), mode_(mode), size_(size), pauses_(first_pause, longest_pause), thread_([this] {
          loop();
      }) {}

session_pool::~session_pool() {
    {
        const std::lock_guard held(mutex_);
        stopping_ = true;
    }
    wanted_.notify_one();
    thread_.join();
}

session_pool::lease session_pool::borrow(deadline until) {
    lock held(mutex_);
    ++waiting_;
    // Where sessions are lent out, one of them may come back any moment.
    const auto refused_now = [&] { return open_ == 0 && refused_ && clock::now() < next_attempt_; };
    const auto may_go_on = [&] { return !idle_.empty() || refused_now(); };
    if (idle_.empty()) wanted_.notify_one();
    available_.wait_until(held, until, may_go_on);
    --waiting_;
    if (idle_.empty()) throw why_none();
    auto session = std::move(idle_.back().session);
    idle_.pop_back();
    return {*this, std::move(session)};
}

failure session_pool::why_none() const {
    if (refused_ && open_ == 0) return *refused_;
    if (opening_) return {failure_kind::unavailable, "the database did not accept a connection in time"};
    return {failure_kind::exhausted, "no database session became free in time"};
}

void session_pool::give_back(std::unique_ptr<soci::session> session) {
    const std::lock_guard held(mutex_);
    if (session) {
        idle_.push_back({std::move(session), clock::now()});
        available_.notify_one();
    } else {
        --open_;
        wanted_.notify_one();
    }
}

void session_pool::drop_idle() {
    std::vector<idle_session> dropped;
    {
        const std::lock_guard held(mutex_);
        dropped.swap(idle_);
        open_ -= dropped.size();
    }
    wanted_.notify_one();
}

void session_pool::loop() {
    lock held(mutex_);
    while (!stopping_) {
        const auto now = clock::now();
        if (may_open() && now >= next_attempt_)
            open_one(held);
        else if (const auto check = next_check(); check && now >= *check)
            check_one(held);
        else if (const auto next = next_event(); next == clock::time_point::max())
            wanted_.wait(held);
        else
            wanted_.wait_until(held, next);
    }
}

bool session_pool::may_open() const {
    return waiting_ > idle_.size() && open_ < size_;
}

std::optional<session_pool::clock::time_point> session_pool::next_check() const {
    if (idle_.empty()) return std::nullopt;
    return idle_.front().checked_at + check_after;
}

session_pool::clock::time_point session_pool::next_event() const {
    const auto check = next_check().value_or(clock::time_point::max());
    return may_open() ? std::min(check, next_attempt_) : check;
}

void session_pool::open_one(lock& held) {
    ++open_;
    opening_ = true;
    held.unlock();
    std::unique_ptr<soci::session> session;
    std::optional<failure> refused;
    try {
        session = dialect_.connect(mode_);
    } catch (const failure& failed) {
        refused = failed;
    } catch (const std::exception& failed) {
        refused = failure(failure_kind::internal, failed.what());
    }
    held.lock();
    opening_ = false;
    refused_ = std::move(refused);
    if (session) {
        pauses_.reset();
        idle_.push_back({std::move(session), clock::now()});
        available_.notify_one();
    } else {
        --open_;
        next_attempt_ = clock::now() + pauses_.next();
        available_.notify_all();
    }
}

// Takes the session that was idle longest out meanwhile, so that nobody borrows it.
void session_pool::check_one(lock& held) {
    auto one = std::move(idle_.front());
    idle_.erase(idle_.begin());
    held.unlock();
    bool alive = true;
    try {
        const deadline_watch::guard watched(watch_, *one.session, clock::now() + check_patience);
        int answer = 0;
        *one.session << "SELECT 1", soci::into(answer);
    } catch (const std::exception&) {
        alive = false;
        one.session.reset();
    }
    held.lock();
    if (alive)
        idle_.push_back({std::move(one.session), clock::now()});
    else
        --open_;
    available_.notify_one();
}

}  // namespace extsrc::storage
