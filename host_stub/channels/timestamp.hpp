// SPDX-License-Identifier: BSL-1.0
/// @file Times as the records of interactions write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ccphost {

/// Microseconds since 1970-01-01T00:00:00Z of "yyyy-MM-ddTHH:mm:ss[.f]Z" with one to six digits of fraction; nothing when it is
/// malformed or no such day exists.
std::optional<std::int64_t> parse_timestamp(std::string_view text);

}  // namespace ccphost
