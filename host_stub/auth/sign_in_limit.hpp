// SPDX-License-Identifier: BSL-1.0
/// @file How often signing in may fail.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace ccphost {

/// Counts failures by address, and by client id at an address, in windows of one minute that begin with the first: nobody can
/// keep a client from signing in elsewhere. Thread-safe.
class sign_in_limit {
public:
    using clock = std::chrono::steady_clock;

    /// Failures a minute with one client id from one address.
    static constexpr std::uint32_t per_client = 10;
    /// Failures a minute from one address, which a proxy may give to many people.
    static constexpr std::uint32_t per_address = 60;
    /// Of failures from one address, where no client may keep another there from signing in.
    static constexpr std::uint32_t any_number = std::numeric_limits<std::uint32_t>::max();

    explicit sign_in_limit(std::uint32_t most_per_address = per_address) noexcept : most_per_address_(most_per_address) {}

    /// Seconds until signing in may be tried again, or nothing when it may be now. A failure is to be told right after.
    std::optional<std::int64_t> must_wait(const std::string& client, const std::string& address,
                                          clock::time_point now = clock::now());
    void failed(const std::string& client, const std::string& address, clock::time_point now = clock::now());

private:
    struct window {
        clock::time_point ends;
        std::uint32_t failures = 0;
    };
    void sweep(clock::time_point now);
    [[nodiscard]] std::int64_t wait_of(const std::string& key, std::uint32_t most, clock::time_point now) const;

    std::uint32_t most_per_address_;
    std::mutex mutex_;
    std::unordered_map<std::string, window> windows_;
    clock::time_point next_sweep_{};
};

}  // namespace ccphost
