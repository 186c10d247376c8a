// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Contacts (reference, section 4). Each returns the body of its 200, or a domain error, and may throw storage::failure. The id
/// of a contact that was merged away stands for the canonical contact. [any thread]
[[nodiscard]] answer create_contact(const context& with, const request& asked);
[[nodiscard]] answer get_contact(const context& with, const request& asked);
/// The record of the very id, also when it was merged away.
[[nodiscard]] answer get_unresolved_contact(const context& with, const request& asked);
/// Replaces every field a client may write; external IDs only when the body has `externalIds`, so that clients which do not
/// know the field cannot tear a contact from its identities.
[[nodiscard]] answer replace_contact(const context& with, const request& asked);
/// Removes the whole merge set.
[[nodiscard]] answer delete_contact(const context& with, const request& asked);
/// Makes the contact Curated.
[[nodiscard]] answer promote_contact(const context& with, const request& asked);

}  // namespace extsrc::handlers
