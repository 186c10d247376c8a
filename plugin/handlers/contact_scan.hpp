// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Live contacts page by page in the order of their ids (reference, section 3): of one division, or of all. [any thread]
[[nodiscard]] answer scan_contacts(const context& with, const request& asked);
[[nodiscard]] answer scan_contacts_of_all_divisions(const context& with, const request& asked);

}  // namespace extsrc::handlers
