// SPDX-License-Identifier: BSL-1.0
#include "storage/session_pool.hpp"

#include <utility>

namespace extsrc::storage {

session_pool::lease session_pool::borrow(deadline until) {
    std::unique_ptr<soci::session> session;
    {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_until(lock, until, [&] { return free_places_ > 0; }))
            throw failure(failure_kind::exhausted, "no database session became free in time");
        --free_places_;
        if (!idle_.empty()) {
            session = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!session) {
        try {
            session = dialect_.connect(access::read_only);
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }
    return {*this, std::move(session)};
}

void session_pool::give_back(std::unique_ptr<soci::session> session) {
    const std::lock_guard lock(mutex_);
    ++free_places_;
    if (session) idle_.push_back(std::move(session));
    freed_.notify_one();
}

}  // namespace extsrc::storage
