// SPDX-License-Identifier: BSL-1.0
/// @file How far a transfer is, for a person at a terminal.
#pragma once

#include "archive_lines.hpp"
#include "channels/progress_bar.hpp"

#include <ccp/ext/transfer.h>

#include <atomic>
#include <cstdint>
#include <optional>

namespace ccphost {

/// The host's side of ccp_transfer_watch_v1: a bar for each part of the transfer, and an end once `stopping` is true. Used by
/// one thread.
class transfer_progress {
public:
    /// @param stopping borrowed   @param archive what is imported, borrowed; null for an export
    transfer_progress(const std::atomic<bool>& stopping, const archive_lines* archive);
    transfer_progress(const transfer_progress&) = delete;
    transfer_progress& operator=(const transfer_progress&) = delete;

    /// The table given to the plugin; lives as long as this object.
    [[nodiscard]] const ccp_transfer_watch_v1& table() const noexcept { return table_; }

private:
    static std::int32_t progress(void* ctx, std::uint32_t part, std::uint64_t done, std::uint64_t total) noexcept;
    void show(std::uint32_t part, std::uint64_t done, std::uint64_t total);

    const std::atomic<bool>& stopping_;
    const archive_lines* archive_;
    std::uint32_t part_ = 0;
    std::optional<progress_bar> bar_;
    ccp_transfer_watch_v1 table_;
};

}  // namespace ccphost
