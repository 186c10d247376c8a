// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/database.hpp"

#include <string>

namespace extsrc::transfer {

/// @name What stands out in it
/// @{
inline const std::string ada = "a0000000-0000-4000-8000-000000000001";      ///< Curated, with every field
inline const std::string visitor = "a0000000-0000-4000-8000-000000000002";  ///< Ephemeral, waits for Ada's phone number
inline const std::string merged = "a0000000-0000-4000-8000-000000000003";   ///< went into `head`
inline const std::string head = "a0000000-0000-4000-8000-000000000004";
inline const std::string shared_number = "+13175550142";
/// Custom fields as stored, with a number that reading would change.
inline const std::string custom_fields = R"({"grade":"A \"+\" é","share":0.1000000000000000055,"tags":[1,2.50,{}]})";
/// @}

/// Stores acme with everything an organization can have: sources that are active, disabled and deleted, contacts of all types
/// with all parts, a merge set, identifiers that are owned and waited for, links and decisions, configurations, changes.
void fill(storage::database& database);

/// Stores that many further contacts of acme, each with an identifier, a link and a decision. @param first number of the first
void add_people(storage::database& database, int count, int first = 0);

}  // namespace extsrc::transfer
