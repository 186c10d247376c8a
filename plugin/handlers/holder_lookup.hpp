// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

#include <cstddef>

namespace extsrc::handlers {

/// Contacts that one look-up of holders answers with.
inline constexpr std::size_t max_holders = 25;

/// Live contacts of any type and division that somebody may mean by `value`: the one whose id it is, or was before a merge, and
/// all that hold an identifier it reads as, of whatever type and source, owning or waiting, the longest holder first. An
/// operation of ours beside the contract's. May throw storage::failure. [any thread]
[[nodiscard]] answer look_up_holders(const context& with, const request& asked);

}  // namespace extsrc::handlers
