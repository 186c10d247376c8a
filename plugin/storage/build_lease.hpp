// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/lease_terms.hpp"
#include "storage/serving_builds.hpp"
#include "storage/writer.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace extsrc::storage {

/// Keeps an instance among the builds that serve, on a thread of its own, from its entry until it ends. A process that slept
/// longer than its lease finds itself forgotten: it enters again if the schema still admits its build.
class build_lease {
public:
    /// @param entered the instance, which is in the table   @param writer borrowed; outlives the lease
    build_lease(writer& writer, serving_build entered, const lease_terms& terms);
    build_lease(const build_lease&) = delete;
    build_lease& operator=(const build_lease&) = delete;
    /// Ends as `end` does, where nobody ended it.
    ~build_lease();

    /// Ends the thread, giving up a renewal that waits, and takes the instance out of the table. Where the database does not
    /// let it by the deadline, or within a second, the lease just ends. [one thread]
    void end(deadline until);

    /// Why the schema no longer admits this build; nothing while it does. [any thread]
    [[nodiscard]] std::optional<std::string> refusal() const;

private:
    void loop(const std::stop_token& ending);
    void renew(const std::stop_token& ending);
    [[nodiscard]] std::optional<std::string> stay(soci::session& session) const;
    void take_note(const std::optional<std::string>& refused);

    writer& writer_;
    const serving_build entered_;
    const lease_terms terms_;
    mutable std::mutex mutex_;
    std::condition_variable_any pause_;
    std::optional<std::string> refusal_;
    std::jthread thread_;
};

}  // namespace extsrc::storage
