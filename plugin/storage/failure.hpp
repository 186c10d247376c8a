// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace extsrc::storage {

/// Why storage could not do what was asked, the same words for every backend.
enum class failure_kind : std::uint8_t {
    unique_violation,  ///< another row has the key; repeat the transaction and see the winner
    contention,        ///< lost a race or a lock; repeat the transaction
    timed_out,         ///< work of several steps was not through by its deadline
    exhausted,         ///< no session became free in time
    disconnected,      ///< the connection broke before anything was committed; another may serve
    unavailable,       ///< the database cannot be reached or written, or was not by the deadline
    outcome_unknown,   ///< the database failed while it committed, and did not come back to tell whether it had
    unusable,          ///< wrong schema, damaged file, bad address: waiting will not help
    internal,          ///< anything else, such as a statement the database refuses
};

/// Thrown by this layer; caught at the entry layer. Never for what a domain rule decides.
class failure : public std::runtime_error {
public:
    failure(failure_kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    [[nodiscard]] failure_kind kind() const noexcept { return kind_; }
    /// Whether only a race was lost: nothing was committed, the session is sound, and the work may begin anew at once.
    [[nodiscard]] bool lost_race() const noexcept {
        return kind_ == failure_kind::unique_violation || kind_ == failure_kind::contention;
    }
    /// Whether the same work may succeed later.
    [[nodiscard]] bool may_pass() const noexcept { return kind_ != failure_kind::unusable && kind_ != failure_kind::internal; }

private:
    failure_kind kind_;
};

}  // namespace extsrc::storage
