// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/stored_rows.hpp"

#include <string>

namespace extsrc::transfer {

/// As fault_of(record), for a contact with its parts.
[[nodiscard]] std::string fault_of_contact(const storage::contact_row& row);

}  // namespace extsrc::transfer
