// SPDX-License-Identifier: BSL-1.0
#include "entry/instance.hpp"

#include "entry/console_adapter.hpp"
#include "entry/guard.hpp"

#include <cstring>
#include <string>

namespace extsrc::entry {

instance::instance(const ccp_host_v1& host)
    : host_(host),
      table_{CCP_HEADER_INIT(ccp_plugin_v1),
             this,
             start,
             health,
             drain,
             stop,
             destroy,
             get_extension,
             configure,
             predecessor_gone},
      tasks_{CCP_HEADER_INIT(ccp_ext_tasks_v1), this, run_task},
      transfer_{CCP_HEADER_INIT(ccp_ext_transfer_v1), this, export_organization, import_organization} {}

std::int32_t instance::start(void* self, const ccp_registry_v1* registry, std::int64_t deadline) noexcept {
    auto& me = *static_cast<instance*>(self);
    return guard(me.host_, [&] {
        const auto with = settings::parse(me.host_.configuration());
        me.runtime_ = std::make_unique<runtime>(me.host_, with, me.host_.deadline(deadline));
        me.host_.log(CCP_LOG_INFO, "storage", "database is open and its schema as far forward as other builds allow");
        return me.runtime_->register_with(*registry);
    });
}

std::int32_t instance::health(void* self, std::int64_t deadline, const ccp_sink* detail) noexcept {
    auto& me = *static_cast<instance*>(self);
    const auto status = guard(me.host_, [&]() -> std::int32_t {
        if (!me.runtime_) return CCP_E_STATE;
        return me.runtime_->health(me.host_.deadline(deadline), *detail);
    });
    return status == CCP_OK || status == CCP_E_STATE ? status : CCP_E_UNAVAILABLE;
}

// Calls under way end with their callers; events go on being published until stop.
std::int32_t instance::drain(void* self) noexcept {
    auto& me = *static_cast<instance*>(self);
    if (me.runtime_) me.runtime_->drain();
    return CCP_OK;
}

std::int32_t instance::stop(void* self, std::int64_t deadline) noexcept {
    auto& me = *static_cast<instance*>(self);
    return guard(me.host_, [&] {
        if (me.runtime_) me.runtime_->finish(me.host_.deadline(deadline));
        me.runtime_.reset();
        return CCP_OK;
    });
}

void instance::destroy(void* self) noexcept {
    delete static_cast<instance*>(self);
}

const void* instance::get_extension(void* self, const char* id) noexcept {
    const auto& me = *static_cast<const instance*>(self);
    if (std::strcmp(id, CCP_EXT_CONSOLE) == 0) return &console_table();
    if (std::strcmp(id, CCP_EXT_TASKS) == 0) return &me.tasks_;
    if (std::strcmp(id, CCP_EXT_TRANSFER) == 0) return &me.transfer_;
    return nullptr;
}

std::int32_t instance::configure(void* self) noexcept {
    auto& me = *static_cast<instance*>(self);
    return guard(me.host_, [&]() -> std::int32_t {
        if (!me.runtime_) return CCP_E_STATE;
        me.runtime_->configure(settings::parse(me.host_.configuration()));
        return CCP_OK;
    });
}

std::int32_t instance::predecessor_gone(void* self, std::int64_t deadline) noexcept {
    auto& me = *static_cast<instance*>(self);
    return guard(me.host_, [&]() -> std::int32_t {
        if (!me.runtime_) return CCP_E_STATE;
        me.runtime_->predecessor_gone(me.host_.deadline(deadline));
        return CCP_OK;
    });
}

std::int32_t instance::run_task(void* self, ccp_str task, std::int64_t deadline, const ccp_sink* report) noexcept {
    auto& me = *static_cast<instance*>(self);
    return guard(me.host_, [&]() -> std::int32_t {
        if (!me.runtime_) return CCP_E_STATE;
        return me.runtime_->run_task(to_cpp(task), me.host_.deadline(deadline), *report);
    });
}

std::int32_t instance::export_organization(void* self, ccp_str organization, const ccp_transfer_watch_v1* watch,
                                           std::int64_t deadline, const ccp_sink* lines) noexcept {
    auto& me = *static_cast<instance*>(self);
    return guard(me.host_, [&]() -> std::int32_t {
        if (!me.runtime_) return CCP_E_STATE;
        return me.runtime_->export_organization(to_cpp(organization), *watch, me.host_.deadline(deadline), *lines);
    });
}

std::int32_t instance::import_organization(void* self, const ccp_line_source_v1* archive, const ccp_transfer_watch_v1* watch,
                                           std::int64_t deadline, const ccp_sink* report) noexcept {
    auto& me = *static_cast<instance*>(self);
    return guard(me.host_, [&]() -> std::int32_t {
        if (!me.runtime_) return CCP_E_STATE;
        return me.runtime_->import_organization(*archive, *watch, me.host_.deadline(deadline), *report);
    });
}

}  // namespace extsrc::entry
