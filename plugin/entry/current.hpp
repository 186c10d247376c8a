// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <utility>

namespace extsrc::entry {

/// A value that is replaced as a whole while threads read it. Who reads takes it once and keeps it for as long as it works; it
/// never changes, and ends when nobody has it any more. Not std::atomic<std::shared_ptr>, which has a data race in GCC 12.
/// Every function may be called from any thread.
template <class Value>
class current {
public:
    /// @param first not null, as is every later one
    explicit current(std::shared_ptr<const Value> first) : value_(std::move(first)) {}

    [[nodiscard]] std::shared_ptr<const Value> get() const {
        const std::shared_lock lock(mutex_);
        return value_;
    }

    /// Calls of get() from now on see `next`.
    void replace(std::shared_ptr<const Value> next) noexcept {
        const std::unique_lock lock(mutex_);
        value_.swap(next);
    }

private:
    mutable std::shared_mutex mutex_;
    std::shared_ptr<const Value> value_;
};

}  // namespace extsrc::entry
