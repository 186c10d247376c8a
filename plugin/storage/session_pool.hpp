// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/dialect.hpp"

#include <soci/soci.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace extsrc::storage {

using deadline = std::chrono::steady_clock::time_point;

/// A bounded number of read sessions, opened when first needed. One thread has a session at a time; a session on which an
/// error happened is thrown away whole. SOCI's own pool neither checks nor rolls back, and waits by the wall clock.
class session_pool {
public:
    session_pool(const dialect& dialect, std::size_t size) : dialect_(dialect), free_places_(size) {}

    /// A session on loan. Gives it back when it ends, or drops it after `discard`.
    class lease {
    public:
        lease(session_pool& pool, std::unique_ptr<soci::session> session) : pool_(pool), session_(std::move(session)) {}
        lease(const lease&) = delete;
        lease& operator=(const lease&) = delete;
        ~lease() { pool_.give_back(std::move(session_)); }

        [[nodiscard]] soci::session& session() { return *session_; }
        void discard() { session_.reset(); }

    private:
        session_pool& pool_;
        std::unique_ptr<soci::session> session_;
    };

    /// Waits until the deadline for a session. [any thread] @throws failure (exhausted, unavailable)
    [[nodiscard]] lease borrow(deadline until);

private:
    void give_back(std::unique_ptr<soci::session> session);

    const dialect& dialect_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::size_t free_places_;
    std::vector<std::unique_ptr<soci::session>> idle_;
};

}  // namespace extsrc::storage
