// SPDX-License-Identifier: BSL-1.0
/// @file The host's side of ccp_host_v1 for one plugin instance.
#pragma once

#include "event_queue.hpp"
#include "metrics.hpp"
#include "open_requests.hpp"
#include "plugin_config.hpp"

#include <ccp/host.h>

#include <cstdint>
#include <string>

namespace ccphost {

/// What every generation shares with the others of the process.
struct shared_services {
    metrics& counters;
    event_queue* events;  ///< null where nobody can subscribe: then plugins are offered no CCP_EXT_EVENTS
};

/// The core table and the extensions of one instance. Outlives the instance.
class host_services {
public:
    host_services(std::string plugin_id, std::uint32_t generation, config_snapshot config, shared_services shared);
    host_services(const host_services&) = delete;
    host_services& operator=(const host_services&) = delete;

    /// The table given to the plugin; lives as long as this object.
    [[nodiscard]] const ccp_host_v1& table() const noexcept { return table_; }
    /// Requests under way in this instance.
    [[nodiscard]] open_requests& requests() noexcept { return requests_; }
    /// The configuration the instance sees.
    [[nodiscard]] const plugin_config& config() const noexcept { return config_; }
    [[nodiscard]] plugin_config& config() noexcept { return config_; }

    /// The extension's table, or null.
    [[nodiscard]] const void* extension(const char* id) const noexcept;
    /// Takes the text that the plugin gave last on this thread for a failure, or empty text.
    [[nodiscard]] std::string take_error() const;
    /// Keeps the text for take_error on this thread.
    void keep_error(std::int32_t status, std::string_view text) const;
    /// Keeps for take_error that an exception came out of the plugin.
    void keep_thrown(const char* what) const noexcept;
    /// Writes a record of the plugin's to the host's log, on one line, values of secret fields left out.
    void log(std::uint32_t level, std::string_view component, std::string_view message, const ccp_pair* fields,
             std::size_t count) const;

private:
    std::string plugin_id_;
    shared_services shared_;
    plugin_config config_;
    open_requests requests_;
    ccp_host_v1 table_;
};

/// A plugin's status in words, such as "CCP_E_UNAVAILABLE (-61)". Codes outside the list read as CCP_E_INTERNAL.
std::string status_text(std::int32_t status);

/// Monotonic time in nanoseconds on the clock of ccp_host_v1::now_mono_ns.
std::int64_t mono_now_ns() noexcept;

}  // namespace ccphost
