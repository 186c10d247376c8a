// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/phone_number.hpp"
#include "handlers/json_reader.hpp"

#include <boost/json.hpp>

#include <optional>
#include <string_view>

namespace extsrc::handlers {

/// Reads a PhoneNumber member, rewritten as the contract says; nothing when it is absent or without a display. Faults go to the
/// reader.
[[nodiscard]] std::optional<domain::phone_number> read_phone(object_reader& body, std::string_view name,
                                                             std::string_view phone_region);

/// The PhoneNumber model.
[[nodiscard]] boost::json::object render(const domain::phone_number& number);

}  // namespace extsrc::handlers
