// SPDX-License-Identifier: BSL-1.0
/// @file Text of any length that a plugin writes.
#pragma once

#include <ccp/base.h>

#include <string>

namespace ccphost {

/// The host's side of ccp_sink: keeps at most 64 KiB. Used by one thread.
class text_sink {
public:
    text_sink() noexcept;
    text_sink(const text_sink&) = delete;
    text_sink& operator=(const text_sink&) = delete;

    /// The table given to the plugin; lives as long as this object.
    [[nodiscard]] const ccp_sink& table() const noexcept { return table_; }
    /// What was written; leaves this object empty.
    [[nodiscard]] std::string take() noexcept;

private:
    std::string text_;
    ccp_sink table_;
};

}  // namespace ccphost
