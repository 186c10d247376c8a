// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/writer.hpp"

#include <mutex>
#include <utility>
#include <vector>

namespace extsrc::storage {

/// Passes committed changes on to the observer. [any thread]
class change_teller {
public:
    void observe(change_observer observer) {
        const std::lock_guard lock(mutex_);
        observer_ = std::move(observer);
    }

    /// What is durable by now must not look failed because nobody could be told of it.
    void tell(std::vector<change> changes) noexcept {
        try {
            const auto observer = observer_now();
            if (observer && !changes.empty()) observer(std::move(changes));
        } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): events are delivered at most once
        }
    }

private:
    [[nodiscard]] change_observer observer_now() {
        const std::lock_guard lock(mutex_);
        return observer_;
    }

    std::mutex mutex_;
    change_observer observer_;
};

}  // namespace extsrc::storage
