// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Live contacts of any type that hold an e-mail address, phone number or Twitter screen name in a division, owning or waiting
/// (reference, section 3): the longest holder first, at most 25. Returns the body of its 200, or a domain error, and may throw
/// storage::failure. [any thread]
[[nodiscard]] answer reverse_look_up(const context& with, const request& asked);

}  // namespace extsrc::handlers
