// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/deadline.hpp"
#include "storage/dialect.hpp"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace extsrc::storage {

/// Breaks off work on sessions whose deadline has passed, on a thread of its own: a client library waits for a server that went
/// silent for as long as it likes.
class deadline_watch {
public:
    /// @param dialect borrowed
    explicit deadline_watch(const dialect& dialect);
    deadline_watch(const deadline_watch&) = delete;
    deadline_watch& operator=(const deadline_watch&) = delete;
    ~deadline_watch();

    /// Watches a session while it lives, on the session's thread.
    class guard {
    public:
        guard(deadline_watch& watch, soci::session& session, deadline until);
        guard(const guard&) = delete;
        guard& operator=(const guard&) = delete;
        ~guard();

        /// Whether the work was broken off.
        [[nodiscard]] bool broke_off() const;

    private:
        friend class deadline_watch;
        deadline_watch& watch_;
        const breaker break_off_;
        bool broke_off_ = false;
        std::multimap<deadline, guard*>::iterator place_;
    };

private:
    void loop();

    const dialect& dialect_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::multimap<deadline, guard*> watched_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace extsrc::storage
