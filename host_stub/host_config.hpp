// SPDX-License-Identifier: BSL-1.0
/// @file The host's configuration file.
#pragma once

#include "auth/clients.hpp"
#include "http/limits.hpp"
#include "loader/lifecycle_deadlines.hpp"
#include "loader/plugin_source.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ccphost {

/// A configuration that passed validation. Relative paths in it are relative to the current directory.
struct host_config {
    std::string address = "127.0.0.1";  ///< listen.address
    std::uint16_t port = 0;             ///< listen.port; 0 for any free one
    std::optional<std::filesystem::path> control;
    std::string log_level = "info";  ///< log.level: trace, debug, info, warning or error
    http_limits limits;
    lifecycle_deadlines lifecycle;
    std::chrono::seconds token_lifetime{86'400};
    std::optional<std::uint32_t> requests_per_minute;  ///< rateLimit.requestsPerMinute; none by default
    bool admin_console = true;                         ///< admin.enabled
    bool secure_cookies = false;                       ///< admin.secureCookies: only over TLS
    std::vector<plugin_source> plugins;
    clients known;
    std::filesystem::path file;     ///< absolute; empty for a document in memory
    boost::json::value document{};  ///< as it was read, without secrets
};

/// Reads and validates a file. Unknown keys are errors, and every error names the path of the key. Secrets from files and the
/// environment are read here; a text file's last line break does not count.
result<host_config> read_host_config(const std::filesystem::path& file);

/// The same for a document in memory.
result<host_config> parse_host_config(const boost::json::value& document);

}  // namespace ccphost
