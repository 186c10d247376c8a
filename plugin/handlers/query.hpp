// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "handlers/request.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace extsrc::handlers {

/// Page size of cursor listings: `limit`, 10 to 200, 100 when absent.
[[nodiscard]] domain::result<std::size_t> read_limit(const request& asked);

/// What a numeric parameter may be, and is when absent.
struct number_range {
    std::size_t min;
    std::size_t max;
    std::size_t fallback;
};

/// A numeric parameter. @return errc::invalid naming it when it is no whole number of the range
[[nodiscard]] domain::result<std::size_t> read_number(const request& asked, std::string_view name, const number_range& range);

/// A true-or-false parameter; nothing when absent.
[[nodiscard]] domain::result<std::optional<bool>> read_flag(const request& asked, std::string_view name);

/// The division `divisionId` names, the unassigned one when absent.
[[nodiscard]] domain::result<domain::division_id> read_division(const request& asked);

/// The entries of a comma-joined parameter, which may also be repeated; empty entries are left out. Borrowed from the request.
[[nodiscard]] std::vector<std::string_view> read_list(const request& asked, std::string_view name);

/// `path` with one more segment, percent-encoded.
[[nodiscard]] std::string with_segment(std::string_view path, std::string_view segment);

/// `path` with the parameters that have a value, percent-encoded.
[[nodiscard]] std::string with_query(std::string_view path, const std::vector<std::pair<std::string, std::string>>& parameters);

}  // namespace extsrc::handlers
