// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// The registry of external sources (reference, section 1.4). Each returns the body of its 200, or a domain error, and may
/// throw storage::failure. [any thread]
[[nodiscard]] answer list_external_sources(const context& with, const request& asked);
[[nodiscard]] answer create_external_source(const context& with, const request& asked);
[[nodiscard]] answer get_external_source(const context& with, const request& asked);
[[nodiscard]] answer replace_external_source(const context& with, const request& asked);
[[nodiscard]] answer delete_external_source(const context& with, const request& asked);

}  // namespace extsrc::handlers
