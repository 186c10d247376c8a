// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/host_link.hpp"
#include "storage/database.hpp"
#include "transfer/lines.hpp"

#include <ccp/ext/transfer.h>

#include <atomic>
#include <cstdint>
#include <string_view>

namespace extsrc::entry {

/// The host's watch, which also ends a transfer when the instance drains. All is borrowed.
class host_watch final : public transfer::observer {
public:
    host_watch(const ccp_transfer_watch_v1& watch, const std::atomic<bool>& draining) : watch_(watch), draining_(draining) {}
    void progress(transfer::part which, std::uint64_t done, std::uint64_t total) override;

private:
    const ccp_transfer_watch_v1& watch_;
    const std::atomic<bool>& draining_;
};

/// Exports for the host. Failures of storage pass through. @return status for the host, which has its text
[[nodiscard]] std::int32_t export_organization(const host_link& host, storage::database& from, std::string_view organization,
                                               host_watch& watch, storage::deadline until, const ccp_sink& lines);

/// Imports for the host. Failures of storage pass through. @return status for the host, which has its text
[[nodiscard]] std::int32_t import_organization(const host_link& host, storage::database& into,
                                               const ccp_line_source_v1& archive, host_watch& watch, storage::deadline until,
                                               const ccp_sink& report);

}  // namespace extsrc::entry
