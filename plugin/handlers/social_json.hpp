// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "handlers/json_reader.hpp"

#include <boost/json.hpp>

#include <string_view>

namespace extsrc::handlers {

/// Reads twitterId, lineId, facebookId, whatsAppId, instagramId and appleOpaqueIds of an ExternalContact; faults go to the
/// reader.
void read_socials(object_reader& body, domain::contact_profile& profile, std::string_view phone_region);

/// Adds the same members to the ExternalContact model; absent ones stay out.
void render_socials(const domain::contact_profile& profile, boost::json::object& model);

}  // namespace extsrc::handlers
