// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/back_off.hpp"
#include "storage/deadline.hpp"
#include "storage/deadline_watch.hpp"
#include "storage/dialect.hpp"

#include <soci/soci.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace extsrc::storage {

/// A bounded number of sessions. They are opened when first needed and looked after while idle, on a thread of the pool's own:
/// nobody who borrows waits for a server longer than he wants to. While the database does not let anybody in, borrowing fails
/// at once, and is tried again with longer and longer pauses. One thread has a session at a time; a session on which an error
/// happened is thrown away whole. SOCI's own pool neither checks nor rolls back, and waits by the wall clock.
class session_pool {
public:
    /// @param dialect borrowed, as the watch is   @param mode of all its sessions   @param size most that are open at a time
    session_pool(const dialect& dialect, deadline_watch& watch, access mode, std::size_t size);
    session_pool(const session_pool&) = delete;
    session_pool& operator=(const session_pool&) = delete;
    /// Every session is back by then.
    ~session_pool();

    /// A session on loan. Gives it back when it ends, or drops it after `discard`.
    class lease {
    public:
        lease(session_pool& pool, std::unique_ptr<soci::session> session) : pool_(pool), session_(std::move(session)) {}
        lease(const lease&) = delete;
        lease& operator=(const lease&) = delete;
        ~lease() { pool_.give_back(std::move(session_)); }

        [[nodiscard]] soci::session& session() { return *session_; }
        /// An error happened on it.
        void discard() { session_.reset(); }
        /// Its connection broke, and so perhaps those of the others: idle ones are thrown away with it.
        void discard_with_idle() {
            session_.reset();
            pool_.drop_idle();
        }

    private:
        session_pool& pool_;
        std::unique_ptr<soci::session> session_;
    };

    /// Waits until the deadline for a session. [any thread] @throws failure (exhausted, unavailable, unusable)
    [[nodiscard]] lease borrow(deadline until);

private:
    using clock = std::chrono::steady_clock;
    struct idle_session {
        std::unique_ptr<soci::session> session;
        clock::time_point checked_at;
    };
    using lock = std::unique_lock<std::mutex>;

    void give_back(std::unique_ptr<soci::session> session);
    void drop_idle();
    [[nodiscard]] failure why_none() const;

    void loop();
    [[nodiscard]] clock::time_point next_event() const;
    [[nodiscard]] bool may_open() const;
    void open_one(lock& held);
    [[nodiscard]] std::optional<clock::time_point> next_check() const;
    void check_one(lock& held);

    const dialect& dialect_;
    deadline_watch& watch_;
    const access mode_;
    const std::size_t size_;
    mutable std::mutex mutex_;
    std::condition_variable available_;  // a session for those who wait, or the news that there is none
    std::condition_variable wanted_;     // work for the pool's thread
    std::vector<idle_session> idle_;     // the latest used last
    std::size_t open_ = 0;               // idle, lent, or about to be opened
    std::size_t waiting_ = 0;
    bool opening_ = false;
    std::optional<failure> refused_;  // why the last attempt to open failed; nothing when it did not
    clock::time_point next_attempt_;
    back_off pauses_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace extsrc::storage
