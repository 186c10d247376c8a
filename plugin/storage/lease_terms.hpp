// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace extsrc::storage {

/// Microseconds since 1970. Processes on one database judge each other's leases by it, so their clocks have to agree to well
/// within a lease.
using wall_clock = std::function<domain::timestamp()>;

/// The system's clock.
[[nodiscard]] inline domain::timestamp system_wall_clock() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// When a lease ends that begins now.
[[nodiscard]] inline domain::timestamp lease_end(domain::timestamp now, std::chrono::milliseconds length) {
    return now + std::chrono::microseconds(length).count();
}

/// How an instance goes on saying that it serves.
struct lease_terms {
    wall_clock now = system_wall_clock;
    std::chrono::milliseconds length = std::chrono::seconds(60);   ///< for which a killed instance still counts as serving
    std::chrono::milliseconds renewal = std::chrono::seconds(15);  ///< between renewals
    /// Told why, once, when the schema no longer admits this build. Called on the lease's thread.
    std::function<void(const std::string&)> on_refusal = [](const std::string&) {};
};

}  // namespace extsrc::storage
