// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "storage/deadline.hpp"
#include "storage/transaction.hpp"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace extsrc::storage {

/// Whether a unit of work's changes shall stay.
enum class verdict : bool { roll_back, commit };

/// A unit of work. May run again from the start after it was rolled back, so it keeps nothing from an earlier run.
using unit_of_work = std::function<verdict(transaction&)>;

/// Told of the changes of each transaction once they are durable, on the thread that wrote; must not wait. What it throws is
/// dropped, and with it what was to be told.
using change_observer = std::function<void(std::vector<change>)>;

/// Whose turn a unit of work takes: works of one organization run one after another, in all processes on the database, each
/// seeing what those before it committed. Nothing for work that belongs to no organization.
using turn = std::optional<domain::organization_id>;

/// Runs units of work that write. All functions may be called from any thread.
class writer {
public:
    writer() = default;
    writer(const writer&) = delete;
    writer& operator=(const writer&) = delete;
    virtual ~writer() = default;

    /// Returns once the work is committed, durably, or rolled back by its own verdict. Tries once: a lost race is the caller's
    /// to repeat.
    /// @param until when to give up   @param given_up says so at any earlier time, as long as the work has not begun
    /// @throws failure, or what the work threw; nothing of it was changed then, unless the kind is `outcome_unknown`
    virtual void run(const unit_of_work& work, const turn& of, deadline until, const std::stop_token& given_up) = 0;

    /// Tells `observer` of the changes of every transaction that commits from now on, and nobody else.
    virtual void observe(change_observer observer) = 0;
};

}  // namespace extsrc::storage
