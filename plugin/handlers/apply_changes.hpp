// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "handlers/field_changes.hpp"

#include <boost/json.hpp>

#include <span>

namespace extsrc::handlers {

/// Makes the changes to a contact as a client may write it; its fields are not validated. All or nothing: the contact is as
/// before when a failure is returned. A removed `externalIds` becomes an empty list, as an absent one would leave them in a
/// PUT.
/// @return errc::invalid with every change whose path leads through something other than an object, or that treats something
///         else as a list
[[nodiscard]] domain::result<void> apply_changes(std::span<const field_change> changes, boost::json::object& contact);

}  // namespace extsrc::handlers
