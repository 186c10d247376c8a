// SPDX-License-Identifier: BSL-1.0
#include "storage/deadline_watch.hpp"

namespace extsrc::storage {

deadline_watch::deadline_watch(const dialect& dialect) : dialect_(dialect), thread_([this] { loop(); }) {}

deadline_watch::~deadline_watch() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

// Sleeps until the earliest deadline. Breaking off under the lock keeps the session there: its guard waits for it to end.
void deadline_watch::loop() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (watched_.empty()) {
            changed_.wait(lock);
            continue;
        }
        const auto earliest = watched_.begin();
        if (std::chrono::steady_clock::now() < earliest->first) {
            changed_.wait_until(lock, deadline(earliest->first));
            continue;
        }
        auto& late = *earliest->second;
        watched_.erase(earliest);
        late.place_ = watched_.end();
        late.broke_off_ = true;
        late.break_off_();
    }
}

deadline_watch::guard::guard(deadline_watch& watch, soci::session& session, deadline until)
    : watch_(watch), break_off_(watch.dialect_.break_off(session)) {
    const std::lock_guard lock(watch_.mutex_);
    place_ = watch_.watched_.emplace(until, this);
    if (place_ == watch_.watched_.begin()) watch_.changed_.notify_one();
}

deadline_watch::guard::~guard() {
    const std::lock_guard lock(watch_.mutex_);
    if (!broke_off_) watch_.watched_.erase(place_);
}

bool deadline_watch::guard::broke_off() const {
    const std::lock_guard lock(watch_.mutex_);
    return broke_off_;
}

}  // namespace extsrc::storage
