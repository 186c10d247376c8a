// SPDX-License-Identifier: BSL-1.0
/// @file An archive's lines for a plugin.
#pragma once

#include "channels/line_reader.hpp"

#include <ccp/ext/transfer.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>

namespace ccphost {

/// The host's side of ccp_line_source_v1, over a file. Used by one thread.
class archive_lines {
public:
    explicit archive_lines(const std::filesystem::path& file);
    archive_lines(const archive_lines&) = delete;
    archive_lines& operator=(const archive_lines&) = delete;

    /// Whether the file could be opened.
    [[nodiscard]] bool opened() const { return reader_.has_value(); }
    [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }
    /// Since it was rewound last.
    [[nodiscard]] std::uint64_t bytes_read() const noexcept { return reader_->bytes_read(); }
    /// The table given to the plugin; lives as long as this object.
    [[nodiscard]] const ccp_line_source_v1& table() const noexcept { return table_; }

private:
    static std::int32_t next(void* ctx, ccp_str* line) noexcept;
    static std::int32_t rewind(void* ctx) noexcept;

    std::ifstream stream_;
    std::uint64_t bytes_ = 0;
    std::optional<line_reader> reader_;
    numbered_line line_;
    ccp_line_source_v1 table_;
};

}  // namespace ccphost
