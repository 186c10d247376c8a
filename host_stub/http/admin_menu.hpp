// SPDX-License-Identifier: BSL-1.0
/// @file The menu of the admin console.
#pragma once

#include "auth/clients.hpp"
#include "loader/plugin_set.hpp"

#include <boost/json/array.hpp>

namespace ccphost {

/// The entries that the client may see, plugin by plugin, each in the order declared. Of several with one path the first
/// stands.
boost::json::array menu_of(const plugin_set& plugins, const client_account& account);

}  // namespace ccphost
