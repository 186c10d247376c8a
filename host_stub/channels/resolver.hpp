// SPDX-License-Identifier: BSL-1.0
/// @file One interaction through the identity hook.
#pragma once

#include "interaction_record.hpp"
#include "loader/plugin_set.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace ccphost {

/// What became of an interaction.
struct resolution_record {
    std::string outcome;  ///< matched created merged unresolved disabled rejected
    std::optional<std::string> contact_id{};
    std::optional<std::string> contact_type{};
    std::optional<std::size_t> matched_identifier{};  ///< index into the interaction's identifiers
    std::string matched_value{};                      ///< normal form
    std::optional<std::string> profile_url{};
    std::string reason{};
};

/// How a resolve that fails for now is repeated.
struct retry_policy {
    unsigned attempts = 6;                      ///< at most, the first included
    std::chrono::milliseconds first_pause{20};  ///< doubled each time
    std::chrono::milliseconds call_deadline{5'000};
};

/// Calls the identity hook. BUSY, UNAVAILABLE and TIMEOUT are repeated by the policy; what still fails is answered as the plugin
/// remembers it, or is `unresolved` with the reason. Thread-safe.
class resolver {
public:
    /// @param plugins borrowed   @param stopping borrowed; ends the repeating early
    resolver(const plugin_set& plugins, retry_policy policy, const std::atomic<bool>& stopping)
        : plugins_(plugins), policy_(policy), stopping_(stopping) {}

    [[nodiscard]] resolution_record resolve(const interaction_record& interaction) const;

private:
    const plugin_set& plugins_;
    retry_policy policy_;
    const std::atomic<bool>& stopping_;
};

}  // namespace ccphost
