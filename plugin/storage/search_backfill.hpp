// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/database.hpp"

namespace extsrc::storage {

/// Makes contacts findable that a schema without search stored: their words are case folded, which SQL cannot do. Works in
/// short transactions and goes on where an earlier attempt was cut off; once done it is never done again. @throws failure
void index_contacts_of_older_schema(database& into, deadline until);

}  // namespace extsrc::storage
