// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "transfer/record.hpp"

#include <string>
#include <string_view>

namespace extsrc::transfer {

/// The first line. It says nothing that two exports of the same data would differ in, such as a time.
struct archive_head {
    static constexpr std::string_view format = "org.extsrc.organization";
    static constexpr std::int64_t version = 1;

    domain::organization_id organization;
    std::int64_t schema_version = 0;  ///< of the database it was taken from; for people
};

/// The last line.
struct archive_end {
    record_counts counts{};
    std::string sha256;  ///< of all lines before it, as `digest`
};

[[nodiscard]] std::string render(const archive_head& head);
/// @return errc::invalid when it is the first line of nothing this version can read
[[nodiscard]] domain::result<archive_head> parse_head(std::string_view line);

[[nodiscard]] std::string render(const archive_end& end);
/// Whether the line claims to be the last one.
[[nodiscard]] bool is_end(std::string_view line);
/// @return errc::invalid when it is not in the form `render` gives it
[[nodiscard]] domain::result<archive_end> parse_end(std::string_view line);

}  // namespace extsrc::transfer
