// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ccp/ext/console.h>

namespace extsrc::entry {

/// What the plugin brings into the admin console. Static.
[[nodiscard]] const ccp_ext_console_v1& console_table() noexcept;

}  // namespace extsrc::entry
