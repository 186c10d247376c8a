// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Changes single fields of a contact (reference, section 4.5); what comes of it is held to the rules of a PUT. [any thread]
[[nodiscard]] answer patch_contact(const context& with, const request& asked);

}  // namespace extsrc::handlers
