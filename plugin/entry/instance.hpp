// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/host_link.hpp"
#include "entry/runtime.hpp"

#include <ccp/ext/tasks.h>
#include <ccp/ext/transfer.h>
#include <ccp/plugin.h>

#include <cstdint>
#include <memory>

namespace extsrc::entry {

/// One instance of the plugin and its table of life-cycle functions. Holds no global state, so that several can live at once.
class instance {
public:
    explicit instance(const ccp_host_v1& host);
    instance(const instance&) = delete;
    instance& operator=(const instance&) = delete;

    /// Owned by this object.
    [[nodiscard]] const ccp_plugin_v1& table() const { return table_; }

private:
    static std::int32_t start(void* self, const ccp_registry_v1* registry, std::int64_t deadline) noexcept;
    static std::int32_t health(void* self, std::int64_t deadline, const ccp_sink* detail) noexcept;
    static std::int32_t drain(void* self) noexcept;
    static std::int32_t stop(void* self, std::int64_t deadline) noexcept;
    static void destroy(void* self) noexcept;
    static const void* get_extension(void* self, const char* id) noexcept;
    static std::int32_t configure(void* self) noexcept;
    static std::int32_t predecessor_gone(void* self, std::int64_t deadline) noexcept;
    static std::int32_t run_task(void* self, ccp_str task, std::int64_t deadline, const ccp_sink* report) noexcept;
    static std::int32_t export_organization(void* self, ccp_str organization, const ccp_transfer_watch_v1* watch,
                                            std::int64_t deadline, const ccp_sink* lines) noexcept;
    static std::int32_t import_organization(void* self, const ccp_line_source_v1* archive, const ccp_transfer_watch_v1* watch,
                                            std::int64_t deadline, const ccp_sink* report) noexcept;

    host_link host_;
    std::unique_ptr<runtime> runtime_;
    ccp_plugin_v1 table_;
    ccp_ext_tasks_v1 tasks_;
    ccp_ext_transfer_v1 transfer_;
};

}  // namespace extsrc::entry
