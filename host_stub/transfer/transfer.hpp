// SPDX-License-Identifier: BSL-1.0
/// @file An organization from a plugin into a file, and back.
#pragma once

#include "loader/generation.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>

namespace ccphost {

/// What is to be exported, and where to.
struct export_options {
    std::string organization;
    std::filesystem::path output;
    std::chrono::seconds time_limit{3600};  ///< a snapshot of the database is held for as long as it takes
};

/// What is to be imported.
struct import_options {
    std::filesystem::path input;
    std::chrono::seconds time_limit{86'400};
};

/// How a transfer ended.
enum class transfer_end {
    done,
    failed,  ///< it may succeed when it is tried again
    refused  ///< what was asked for is not acceptable, and changes nothing
};

/// The end, with one line for people.
struct transfer_outcome {
    transfer_end end;
    std::string text;
};

/// Writes the plugin's archive of an organization to a file, which is put in its place when it is complete. Ends early once
/// `stopping` is true. [with a pin]
transfer_outcome export_organization(generation& from, const export_options& options, const std::atomic<bool>& stopping);

/// Has the plugin store an archive. Ends early once `stopping` is true; the same archive then goes on later. [with a pin]
transfer_outcome import_organization(generation& into, const import_options& options, const std::atomic<bool>& stopping);

}  // namespace ccphost
