// SPDX-License-Identifier: BSL-1.0
/// @file The requests that a generation has accepted and not yet finished.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace ccphost {

/// A request as the completion table sees it.
class open_request {
public:
    open_request() = default;
    open_request(const open_request&) = delete;
    open_request& operator=(const open_request&) = delete;
    virtual ~open_request() = default;

    /// Ends the request with the handler's status. Called once, on the thread that ended it; must not throw.
    virtual void finish(std::int32_t status) noexcept = 0;
    /// Whether nobody waits for the answer any more. [any thread]
    [[nodiscard]] virtual bool cancelled() const noexcept = 0;
};

/// Tokens of the open requests of one generation. A token holds the low 16 bits of the generation's number above a count, so
/// that none is used twice and a late or doubled completion is told from a good one. Thread-safe.
class open_requests {
public:
    explicit open_requests(std::uint32_t generation) noexcept : next_(std::uint64_t{generation} << 48U | 1U) {}

    /// Registers a request before its handler runs: its completion may come before the handler returned.
    std::uint64_t open(std::shared_ptr<open_request> request);
    /// Takes the request out, or null when the token names none any more. Whoever gets it finishes it.
    std::shared_ptr<open_request> close(std::uint64_t token);
    /// Whether the request should be given up: cancelled itself, all cancelled, or not open any more.
    [[nodiscard]] bool cancelled(std::uint64_t token) const;
    /// Marks all requests as cancelled, those to come too.
    void cancel_all();

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::uint64_t, std::shared_ptr<open_request>> requests_;
    std::uint64_t next_;
    bool all_cancelled_ = false;
};

}  // namespace ccphost
