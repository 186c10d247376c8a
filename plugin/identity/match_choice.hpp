// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "identity/channel_policy.hpp"
#include "storage/identifier_repository.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace extsrc::identity {

/// How many different contacts own the identifiers.
[[nodiscard]] std::size_t distinct_contacts(std::span<const storage::identifier_owner> owners);

/// The owner an interaction belongs to, by the policy on several. Nothing for no owner, and for several that are to be left to
/// the agent. The identifier of the answer is the most trusted one this contact owns.
[[nodiscard]] std::optional<storage::identifier_owner> choose(std::span<const storage::identifier_owner> owners,
                                                              several_matches policy);

}  // namespace extsrc::identity
