// SPDX-License-Identifier: BSL-1.0
// The whole of Boost.JSON, compiled into the plugin.
#include <boost/json/src.hpp>
