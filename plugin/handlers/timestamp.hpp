// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"

#include <string>

namespace extsrc::handlers {

/// The wire's form of a time: "2026-11-23T10:00:00.000Z".
[[nodiscard]] std::string to_iso_8601(domain::timestamp time);

}  // namespace extsrc::handlers
