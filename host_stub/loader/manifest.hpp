// SPDX-License-Identifier: BSL-1.0
/// @file A plugin's manifest: what it says about itself before any of its code runs.
#pragma once

#include "failure.hpp"
#include "permission_demand.hpp"
#include "task_declaration.hpp"
#include "topic_declaration.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ccphost {

/// A request handler as the manifest lists it, and as the plugin must register it.
struct handler_declaration {
    std::string operation;
    std::string method;  ///< upper case
    std::string path;    ///< template with {names}
    permission_demand demand;

    bool operator==(const handler_declaration&) const = default;
};

/// A manifest that passed validation.
struct manifest {
    std::filesystem::path file;  ///< absolute
    std::string id;
    std::string name;
    std::string version;
    std::uint16_t abi_major = 0;
    std::uint16_t abi_min_minor = 0;
    std::uint16_t abi_max_minor = 0;
    std::filesystem::path library;  ///< absolute; relative names stand beside the manifest
    std::string library_sha256;     ///< 64 lower-case hexadecimal digits
    std::vector<std::string> resident;
    std::vector<handler_declaration> handlers;
    std::vector<topic_declaration> topics;
    std::vector<task_declaration> tasks;
    bool identity_hook = false;
    boost::json::value configuration_schema;  ///< JSON Schema, draft 7
};

/// Reads and validates a manifest. Every failure names the member at fault. Refuses an interface version that the host cannot
/// serve without touching the library.
result<manifest> read_manifest(const std::filesystem::path& file);

/// The same for a document in memory; `file` only says where relative names start.
result<manifest> parse_manifest(const boost::json::value& document, const std::filesystem::path& file);

/// Why `path` is not a valid path template, or empty text when it is one: it starts with '/', has no empty segment, and each
/// {name} is a whole segment and used once.
std::string template_fault(std::string_view path);

}  // namespace ccphost
