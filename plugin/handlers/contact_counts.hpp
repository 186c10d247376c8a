// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

#include <cstddef>

namespace extsrc::handlers {

/// Up to where contacts of a source are counted.
inline constexpr std::size_t max_counted_contacts = 1000;
/// Sources that one request may ask about.
inline constexpr std::size_t max_counted_sources = 200;

/// How many contacts hold an external ID of each of the sources that `ids` names, in that order; a source nobody has an ID of,
/// known or not, has none. An operation of ours beside the contract's. May throw storage::failure. [any thread]
[[nodiscard]] answer count_contacts_of_sources(const context& with, const request& asked);

}  // namespace extsrc::handlers
