// SPDX-License-Identifier: BSL-1.0
/// @file Lines of a file, in bounded memory.
#pragma once

#include <cstdint>
#include <istream>
#include <string>

namespace ccphost {

/// A line without its end.
struct numbered_line {
    std::uint64_t number = 0;  ///< from 1
    std::string text;          ///< empty when too_long
    bool too_long = false;
};

/// Reads lines that end with LF or CRLF, the last one perhaps with neither. What is over the limit is skipped, not kept.
class line_reader {
public:
    /// @param stream borrowed   @param limit bytes in a line at most
    line_reader(std::istream& stream, std::size_t limit) : stream_(stream), limit_(limit) {}

    /// @return false at the end of the input
    bool next(numbered_line& into);
    /// Bytes taken from the stream so far.
    [[nodiscard]] std::uint64_t bytes_read() const noexcept { return bytes_read_; }

private:
    std::istream& stream_;
    std::size_t limit_;
    std::uint64_t number_ = 0;
    std::uint64_t bytes_read_ = 0;
};

}  // namespace ccphost
