// SPDX-License-Identifier: BSL-1.0
// The whole of Boost.URL, compiled into the plugin.
#include <boost/url/src.hpp>
