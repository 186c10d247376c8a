// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fixtures/temp_database.hpp"
#include "storage/database.hpp"
#include "storage/migration_runner.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <thread>

namespace extsrc::storage {

/// Steps of a build that knows a version of up to 7: the first released three, then 4 makes the table of pets, 5 expands it by
/// a title, 6 contracts it by the name, and 7 expands again.
[[nodiscard]] std::span<const migration> knowing(int version);

/// Polls until something is so, or fails the test.
template <class Condition>
[[nodiscard]] bool eventually(Condition&& condition) {
    const auto until = testing::soon();
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

/// A database on which builds of several versions serve. Their leases are 60 s long, by a clock that stands still.
struct shared_database : testing::empty_database {
    std::atomic<domain::timestamp> now = 1'000'000'000;

    /// Opens it as a build that knows `version`. @param renewal between its renewals; none in the time of a test
    [[nodiscard]] std::unique_ptr<database> start(int version, std::chrono::milliseconds renewal = std::chrono::hours(1));
    /// Terms as of another process, whose clock is ahead of ours.
    [[nodiscard]] lease_terms terms(std::chrono::microseconds ahead = {});
    /// Enters a build that knows `version` and is killed at once.
    [[nodiscard]] serving_build start_and_kill(int version);

    /// Applies what waits, as the build that knows version 6. @return "contracted/waiting"
    [[nodiscard]] std::string contract(std::chrono::microseconds ahead = {});
    /// Whether pets have names, the form builds of version 4 need.
    [[nodiscard]] bool has_old_form() const;
    /// The text with which a build is refused; empty when it starts.
    [[nodiscard]] std::string refusal_of(int version);
};

/// Writes a pet and reads its name again as the build of version 4 does. @return the name
[[nodiscard]] std::string use_old_form(database& old, int id);

}  // namespace extsrc::storage
