// SPDX-License-Identifier: BSL-1.0
/// @file What a plugin offers, for people and for programs.
#pragma once

#include "loader/manifest.hpp"

#include <boost/json/object.hpp>
#include <ccp/plugin.h>

#include <string>

namespace ccphost {

/// The descriptor. Members: id, name, vendor, version, build, description, interface, minHostMinor, requiredExtensions,
/// optionalExtensions, schema {min,max}, unloadSafe. @param descriptor one that check_descriptor accepts
boost::json::object describe(const ccp_descriptor_v1& descriptor);
/// Handlers as a manifest lists them: {"operation","method","path","permissions"}.
boost::json::value describe(const handler_declaration& handler);

/// What was described, a line a thing.
std::string offer_text(const boost::json::object& offer);

}  // namespace ccphost
