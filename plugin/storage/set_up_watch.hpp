// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/deadline_watch.hpp"

#include <chrono>

namespace extsrc::storage {

/// Watches the statements that set a new session up: a server that takes connections and then goes silent is given up on after
/// a few seconds. Nobody who waits for a session has a deadline for these.
class set_up_watch {
public:
    /// @param on borrowed, as the session is
    set_up_watch(const dialect& on, soci::session& session)
        : watch_(on), guard_(watch_, session, std::chrono::steady_clock::now() + patience) {}

private:
    static constexpr std::chrono::seconds patience{3};

    deadline_watch watch_;
    deadline_watch::guard guard_;
};

}  // namespace extsrc::storage
