// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "handlers/json_reader.hpp"

#include <boost/json.hpp>

#include <string_view>

namespace extsrc::handlers {

/// Reads the profile's members of an ExternalContact body; faults go to the reader.
[[nodiscard]] domain::contact_profile read_profile(object_reader& body, std::string_view phone_region);

/// Adds the profile's members to the ExternalContact model; absent ones stay out.
void render_profile(const domain::contact_profile& profile, boost::json::object& model);

}  // namespace extsrc::handlers
