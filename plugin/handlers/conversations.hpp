// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

namespace extsrc::handlers {

/// Which contact a conversation belongs to, by an agent's word. A ConversationAssociation with `externalContactId` links it to
/// that contact in place of any other; one without takes the link away. Answers 202, as the contract does, once it is done.
/// [any thread]
[[nodiscard]] answer associate_conversation(const context& with, const request& asked);

}  // namespace extsrc::handlers
