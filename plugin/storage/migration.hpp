// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/dialect.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::storage {

/// One step of the schema, from sql/NNNN_<what>.sql.
struct migration {
    int version = 0;
    std::string_view name;  ///< file name without extension
    std::string_view text;  ///< the file
};

/// All steps in order of version, embedded at build time.
[[nodiscard]] std::span<const migration> migrations();

/// SHA-256 of the file's text in lower-case hex; a released step never changes.
[[nodiscard]] std::string checksum(const migration& step);

/// The statements of a step for one dialect, in order, without comments: macros replaced, blocks of other dialects
/// (from a line "-- @name" to a line "-- @end") left out. SQLite silently drops all but the first statement of a call, so
/// they are split here. @throws failure (internal) for a text that ends inside a quotation or a block
[[nodiscard]] std::vector<std::string> statements(const migration& step, const dialect& dialect);

}  // namespace extsrc::storage
