// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ccp/plugin.h>

namespace extsrc::entry {

/// The plugin's descriptor, static.
[[nodiscard]] const ccp_descriptor_v1& descriptor() noexcept;

}  // namespace extsrc::entry
