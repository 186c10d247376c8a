// SPDX-License-Identifier: BSL-1.0
#include "fake_host.hpp"

#include <chrono>
#include <cstring>

namespace extsrc::entry {
namespace {

fake_host& host_of(void* ctx) {
    return *static_cast<fake_host*>(ctx);
}

std::string copy(ccp_str text) {
    return text.ptr == nullptr ? std::string() : std::string(text.ptr, text.len);
}

std::int32_t set_status(void* ctx, std::uint32_t status) {
    static_cast<fake_response*>(ctx)->status = status;
    return CCP_OK;
}

std::int32_t write(void* ctx, ccp_str bytes) noexcept {
    static_cast<fake_response*>(ctx)->body += copy(bytes);
    return CCP_OK;
}

std::int32_t fail(void* ctx, const ccp_failure_v1* failure) noexcept {
    auto& response = *static_cast<fake_response*>(ctx);
    response.status = failure->http_status;
    response.code = copy(failure->code);
    response.entity_id = copy(failure->entity_id);
    response.limit_key = copy(failure->limit_key);
    for (std::size_t i = 0; i < failure->detail_count; ++i)
        response.details.push_back(copy(failure->details[i].field_name) + " " + copy(failure->details[i].error_code));
    return CCP_OK;
}

}  // namespace

fake_response::fake_response() : table{CCP_HEADER_INIT(ccp_response_v1), this, set_status, nullptr, write, fail} {}

fake_host::fake_host(std::string configuration)
    : configuration_(std::move(configuration)),
      config_{CCP_HEADER_INIT(ccp_ext_config_v1), this, nullptr, get},
      metrics_table_{CCP_HEADER_INIT(ccp_ext_metrics_v1), this, define, update},
      events_{CCP_HEADER_INIT(ccp_ext_events_v1), this, publish},
      table_{CCP_HEADER_INIT(ccp_host_v1),
             this,
             log,
             get_extension,
             nullptr,
             nullptr,
             set_error,
             now_mono,
             now_wall,
             nullptr,
             nullptr},
      registry_{CCP_HEADER_INIT(ccp_registry_v1), this, add_handler, set_hook} {}

void fake_host::offer(std::string configuration) {
    const std::lock_guard lock(mutex_);
    configuration_ = std::move(configuration);
}

std::vector<std::string> fake_host::logged_errors() const {
    const std::lock_guard lock(mutex_);
    return errors_;
}

void fake_host::log(void* ctx, std::uint32_t level, ccp_str, ccp_str message, const ccp_pair* fields,
                    std::size_t count) noexcept {
    if (level != CCP_LOG_ERROR) return;
    std::string line = copy(message);
    for (std::size_t i = 0; i < count; ++i) line += " " + copy(fields[i].value);
    auto& host = host_of(ctx);
    const std::lock_guard lock(host.mutex_);
    host.errors_.push_back(line);
}

const void* fake_host::get_extension(void* ctx, const char* id) noexcept {
    if (std::strcmp(id, CCP_EXT_CONFIG) == 0) return &host_of(ctx).config_;
    if (std::strcmp(id, CCP_EXT_METRICS) == 0) return &host_of(ctx).metrics_table_;
    if (std::strcmp(id, CCP_EXT_EVENTS) == 0) return &host_of(ctx).events_;
    return nullptr;
}

void fake_host::set_error(void* ctx, std::int32_t status, ccp_str message) noexcept {
    auto& host = host_of(ctx);
    const std::lock_guard lock(host.mutex_);
    host.error_status = status;
    host.error = copy(message);
}

std::int64_t fake_host::now_mono(void*) noexcept {
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::int64_t fake_host::now_wall(void*) noexcept {
    return 1'700'000'000'000'000'000;
}

std::int32_t fake_host::get(void* ctx, ccp_str pointer, const ccp_sink* sink) noexcept {
    if (pointer.len != 0) return CCP_E_NOT_FOUND;
    auto& host = host_of(ctx);
    const std::lock_guard lock(host.mutex_);
    return sink->write(sink->ctx, c_text(host.configuration_));
}

std::int32_t fake_host::define(void* ctx, std::uint32_t, ccp_str name, ccp_str, const ccp_pair* labels, std::size_t count,
                               std::uint32_t* id) noexcept {
    auto& host = host_of(ctx);
    std::string series = copy(name);
    for (std::size_t i = 0; i < count; ++i) series += " " + copy(labels[i].value);
    *id = static_cast<std::uint32_t>(host.series_.size());
    host.series_.push_back(series);
    return CCP_OK;
}

void fake_host::update(void* ctx, std::uint32_t id, double value) noexcept {
    auto& host = host_of(ctx);
    const std::lock_guard lock(host.mutex_);
    host.metrics[host.series_.at(id)] += value;
}

std::int32_t fake_host::publish(void* ctx, ccp_str organization, ccp_str topic, ccp_str payload) noexcept {
    auto& host = host_of(ctx);
    const std::lock_guard lock(host.mutex_);
    if (copy(organization) != "3f0a1c5e-0000-4000-8000-000000000001" || payload.len == 0) return CCP_E_ARGUMENT;
    if (host.publishing == CCP_OK) host.topics.push_back(copy(topic));
    return host.publishing;
}

std::int32_t fake_host::add_handler(void* ctx, const ccp_handler_v1* handler) noexcept {
    host_of(ctx).handlers[copy(handler->operation_id)] = *handler;
    return host_of(ctx).registering;
}

std::int32_t fake_host::set_hook(void* ctx, const ccp_identity_hook_v1* hook) noexcept {
    host_of(ctx).hook = *hook;
    return CCP_OK;
}

}  // namespace extsrc::entry
