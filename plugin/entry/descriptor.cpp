// SPDX-License-Identifier: BSL-1.0
#include "entry/descriptor.hpp"

#include "entry/guard.hpp"
#include "entry/instance.hpp"
#include "storage/compatibility.hpp"

#include <ccp/ext/config.h>
#include <ccp/ext/events.h>
#include <ccp/ext/metrics.h>

#include <memory>

namespace extsrc::entry {
namespace {

constexpr const char* const required_extensions[] = {CCP_EXT_CONFIG, nullptr};
constexpr const char* const optional_extensions[] = {CCP_EXT_METRICS, CCP_EXT_EVENTS, nullptr};

std::int32_t create(const ccp_host_v1* host, const ccp_plugin_v1** plugin) noexcept {
    *plugin = nullptr;
    if (host == nullptr || host->header.magic != CCP_MAGIC || !CCP_HAS(ccp_host_v1, host, cancelled)) return CCP_E_ABI;
    try {
        *plugin = &(new instance(*host))->table();
        return CCP_OK;
    } catch (const std::bad_alloc&) {
        return CCP_E_NO_MEMORY;
    } catch (...) {
        return CCP_E_INTERNAL;
    }
}

// Nothing throws: storage/embed_migrations.cmake embeds no step that does not say clearly whom it serves.
ccp_descriptor_v1 make_descriptor() noexcept {
    const auto schemas = storage::servable_schemas(storage::migrations());
    return {
        CCP_HEADER_INIT(ccp_descriptor_v1),
        0,
        0,
        0,
        CCP_F_UNLOAD_SAFE,
        "org.extsrc.external-sources",
        "External Sources",
        "extsrc.org",
        EXTSRC_VERSION,
        EXTSRC_BUILD,
        "External sources, external IDs and identity resolution",
        required_extensions,
        optional_extensions,
        static_cast<std::uint32_t>(schemas.oldest),
        static_cast<std::uint32_t>(schemas.newest),
        create,
    };
}

}  // namespace

// The schema's versions are those of the embedded steps, which only the linker brings in.
const ccp_descriptor_v1& descriptor() noexcept {
    static const ccp_descriptor_v1 self = make_descriptor();
    return self;
}

}  // namespace extsrc::entry
