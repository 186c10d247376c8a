// SPDX-License-Identifier: BSL-1.0
/// @file One plugin's configuration, and ccp.config/1 over it.
#pragma once

#include <boost/json/value.hpp>
#include <ccp/ext/config.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>

namespace ccphost {

/// A configuration as a whole, and which one it is.
struct config_snapshot {
    std::shared_ptr<const boost::json::value> value;  ///< validated against the manifest's schema
    std::uint64_t number = 1;                         ///< grows with each accepted change of the plugin's configuration
};

/// The configuration snapshot that a plugin instance sees. Thread-safe.
class plugin_config {
public:
    explicit plugin_config(config_snapshot first);
    plugin_config(const plugin_config&) = delete;
    plugin_config& operator=(const plugin_config&) = delete;

    [[nodiscard]] config_snapshot snapshot() const;
    /// Puts another snapshot in place.
    void offer(config_snapshot next);
    /// Writes the JSON text at a JSON Pointer. @return CCP_OK, CCP_E_NOT_FOUND, CCP_E_ARGUMENT, or what the sink returned
    std::int32_t get(std::string_view json_pointer, const ccp_sink& sink) const;

    /// The extension table; lives as long as this object.
    [[nodiscard]] const ccp_ext_config_v1& table() const noexcept { return table_; }

private:
    mutable std::mutex mutex_;
    config_snapshot current_;
    ccp_ext_config_v1 table_;
};

}  // namespace ccphost
