// SPDX-License-Identifier: BSL-1.0
#include "entry/descriptor.hpp"

#include <ccp/plugin.h>

const ccp_descriptor_v1* ccp_plugin_entry(const ccp_host_range* host) {
    const bool fits = host != nullptr && host->header.magic == CCP_MAGIC && host->major == CCP_ABI_MAJOR;
    return fits ? &extsrc::entry::descriptor() : nullptr;
}
