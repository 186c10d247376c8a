// SPDX-License-Identifier: BSL-1.0
/// @file The end of a session, for whatever must end with it.
#pragma once

#include <boost/signals2/signal.hpp>

#include <atomic>
#include <functional>

namespace ccphost {

/// Raised once, when a client signs out. Expiry does not raise it: its time is known beforehand. Thread-safe.
class session_end {
public:
    /// Stops listening when it is destroyed.
    using listener = boost::signals2::scoped_connection;

    /// @param told called at least once after the end, at once if it was before; on the thread that raises it, so it must be
    /// quick
    [[nodiscard]] listener listen(const std::function<void()>& told) {
        listener made = raised_.connect(told);
        if (over_) told();
        return made;
    }
    void raise() {
        over_ = true;
        raised_();
    }

private:
    std::atomic<bool> over_ = false;
    boost::signals2::signal<void()> raised_;
};

}  // namespace ccphost
