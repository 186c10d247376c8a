// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "transfer/record.hpp"

#include <string>

namespace extsrc::transfer {

/// What rule of the domain's a record breaks by itself, for whoever wrote it; empty when it keeps them. What was once stored
/// keeps them: rules that may have become stricter since, such as which phone numbers can be read, are not applied again.
[[nodiscard]] std::string fault_of(const record& one);

}  // namespace extsrc::transfer
