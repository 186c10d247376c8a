// SPDX-License-Identifier: BSL-1.0
/// @file Access tokens in force.
#pragma once

#include "clients.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ccphost {

/// Issues random 256-bit tokens, keeps only their hashes, and forgets them when they expire. Thread-safe.
class token_store {
public:
    using clock = std::chrono::steady_clock;

    /// What a token stands for.
    struct grant {
        std::shared_ptr<const client_account> account;  ///< never null
        clock::time_point expires;
    };

    /// @param now the time source; tests may hold it
    explicit token_store(std::chrono::seconds lifetime, std::function<clock::time_point()> now = &clock::now);

    /// A new token, 64 hexadecimal digits. @throw std::runtime_error when the system has no randomness
    std::string issue(std::shared_ptr<const client_account> account);
    /// Whose token it is and until when; nothing when it is unknown or expired.
    [[nodiscard]] std::optional<grant> find(std::string_view token) const;
    [[nodiscard]] std::chrono::seconds lifetime() const noexcept { return lifetime_; }
    /// Tokens held, some perhaps expired.
    [[nodiscard]] std::size_t size() const;

private:
    std::chrono::seconds lifetime_;
    std::function<clock::time_point()> now_;
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, grant> grants_;  // by SHA-256 of the token
    clock::time_point next_sweep_;
};

}  // namespace ccphost
