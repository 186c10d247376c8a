// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"

#include <functional>
#include <span>
#include <vector>

namespace extsrc::domain {

/// Smallest and largest number of contacts one merge takes.
inline constexpr std::size_t min_merged_contacts = 2;
inline constexpr std::size_t max_merged_contacts = 25;

/// The profile that several become (reference, section 4.4). Each field has the value of the first profile that has one; a
/// phone or e-mail that finds its field taken moves to a free one, and is left to the identifiers when none is free. An address
/// is one value, custom fields are taken name by name, Apple's opaque ids are joined up to their cap.
/// @param by_precedence the one whose values win first: a client's override, then the most recently modified contact
[[nodiscard]] contact_profile merge_profiles(std::span<const std::reference_wrapper<const contact_profile>> by_precedence);

/// How firmly the result of a merge is established: as firmly as the firmest of them, and at least Identified.
[[nodiscard]] contact_type merged_type(std::span<const contact_type> merged);

/// In the order in which their values win: most recently modified first, then most recently made, then by id.
void order_for_merge(std::vector<contact>& contacts);

}  // namespace extsrc::domain
