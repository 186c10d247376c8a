// SPDX-License-Identifier: BSL-1.0
/// @file Clients signed in at the admin console.
#pragma once

#include "clients.hpp"
#include "session_end.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ccphost {

/// One of them, from signing in to signing out or expiry.
struct session {
    std::shared_ptr<const client_account> account;
    std::string csrf_token;  ///< what a page of this host's must send along with changes
    std::chrono::steady_clock::time_point expires;
    std::shared_ptr<session_end> end;  ///< never null
};

/// A new session, and its secret.
struct opened_session {
    std::string id;  ///< for the client alone
    session opened;
};

/// Sessions under random 256-bit ids, of which only hashes are kept. Each ends at a fixed time. Thread-safe.
class session_store {
public:
    using clock = std::chrono::steady_clock;

    /// Sessions of one client at a time. One more closes the oldest.
    static constexpr std::size_t most_per_client = 100;

    /// @param now the time source; tests may hold it
    explicit session_store(std::chrono::seconds lifetime, std::function<clock::time_point()> now = &clock::now);

    /// @throw std::runtime_error when the system has no randomness
    opened_session open(std::shared_ptr<const client_account> account);
    /// Nothing when the id is unknown, closed or expired.
    [[nodiscard]] std::optional<session> find(std::string_view id) const;
    /// Forgets the session and raises its end; an unknown id is none.
    void close(std::string_view id);
    /// Whole seconds until the session expires, at least 0.
    [[nodiscard]] std::chrono::seconds time_left(const session& of) const;
    /// Sessions held, some perhaps expired.
    [[nodiscard]] std::size_t size() const;

private:
    using held_sessions = std::unordered_map<std::string, session>;  // by SHA-256 of the id
    [[nodiscard]] held_sessions::node_type take_one_too_many(const client_account& of);

    std::chrono::seconds lifetime_;
    std::function<clock::time_point()> now_;
    mutable std::mutex mutex_;
    held_sessions sessions_;
    clock::time_point next_sweep_;
};

}  // namespace ccphost
