// SPDX-License-Identifier: BSL-1.0
#include "host_services.hpp"

#include "c_text.hpp"
#include "one_line.hpp"

#include <spdlog/spdlog.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace ccphost {
namespace {

// What the plugin said last on this thread; an instance reads only its own.
thread_local const host_services* error_owner = nullptr;
thread_local std::string error_text;

host_services* self(void* ctx) noexcept {
    return static_cast<host_services*>(ctx);
}

bool is_secret(std::string_view name) {
    std::string lower(name);
    for (auto& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    constexpr std::array words{"secret", "password", "token", "authorization", "credential"};
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return lower.find(word) != std::string::npos; });
}

void log_slot(void* ctx, std::uint32_t level, ccp_str component, ccp_str message, const ccp_pair* fields,
              std::size_t count) noexcept {
    try {
        self(ctx)->log(level, from_c(component), from_c(message), fields, count);
    } catch (const std::exception&) {  // a lost log record is no reason to fail the caller
    }
}

const void* extension_slot(void* ctx, const char* id) noexcept {
    return id == nullptr ? nullptr : self(ctx)->extension(id);
}

void* alloc_slot(void*, std::size_t bytes) noexcept {
    return std::malloc(bytes == 0 ? 1 : bytes);
}

void free_slot(void*, void* block) noexcept {
    std::free(block);
}

void set_error_slot(void* ctx, std::int32_t status, ccp_str message) noexcept {
    try {
        self(ctx)->keep_error(status, from_c(message));
    } catch (const std::exception&) {  // the status alone has to do
    }
}

std::int64_t mono_slot(void*) noexcept {
    return mono_now_ns();
}

std::int64_t wall_slot(void*) noexcept {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::int32_t complete_slot(void* ctx, std::uint64_t token, std::int32_t status) noexcept {
    try {
        const auto request = self(ctx)->requests().close(token);
        if (request == nullptr) return CCP_E_STALE;
        request->finish(status);
        return CCP_OK;
    } catch (const std::exception&) {
        return CCP_E_INTERNAL;
    }
}

std::int32_t cancelled_slot(void* ctx, std::uint64_t token) noexcept {
    return self(ctx)->requests().cancelled(token) ? 1 : 0;
}

}  // namespace

host_services::host_services(std::string plugin_id, std::uint32_t generation, config_snapshot config, shared_services shared)
    : plugin_id_(std::move(plugin_id)),
      shared_(shared),
      config_(std::move(config)),
      requests_(generation),
      table_{header_of<ccp_host_v1>(), this,       &log_slot,  &extension_slot, &alloc_slot,    &free_slot,
             &set_error_slot,          &mono_slot, &wall_slot, &complete_slot,  &cancelled_slot} {}

const void* host_services::extension(const char* id) const noexcept {
    if (std::strcmp(id, CCP_EXT_CONFIG) == 0) return &config_.table();
    if (std::strcmp(id, CCP_EXT_METRICS) == 0) return &shared_.counters.table();
    if (std::strcmp(id, CCP_EXT_EVENTS) == 0 && shared_.events != nullptr) return &shared_.events->table();
    return nullptr;
}

void host_services::keep_error(std::int32_t status, std::string_view text) const {
    error_owner = this;
    error_text = status_text(status) + ": " + one_line(text);
}

void host_services::keep_thrown(const char* what) const noexcept {
    try {
        keep_error(CCP_E_INTERNAL, std::string("an exception crossed the interface: ") + what);
    } catch (const std::exception&) {  // the status alone has to do
    }
}

std::string host_services::take_error() const {
    if (error_owner != this) return {};
    error_owner = nullptr;
    return std::exchange(error_text, {});
}

void host_services::log(std::uint32_t level, std::string_view component, std::string_view message, const ccp_pair* fields,
                        std::size_t count) const {
    constexpr std::array levels{spdlog::level::trace, spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                                spdlog::level::err};
    const auto chosen = level < levels.size() ? levels[level] : spdlog::level::info;
    if (!spdlog::should_log(chosen)) return;
    auto line = plugin_id_ + " " + std::string(component) + ": " + std::string(message);
    for (std::size_t i = 0; fields != nullptr && i < count; ++i) {
        const auto name = from_c(fields[i].name);
        line.append(" ").append(name).append("=").append(is_secret(name) ? "***" : from_c(fields[i].value));
    }
    spdlog::log(chosen, "{}", one_line(line));  // whatever a client managed to get into it
}

std::string status_text(std::int32_t status) {
    const auto name = [status]() -> const char* {
        switch (status) {
            case CCP_OK:
                return "CCP_OK";
            case CCP_PENDING:
                return "CCP_PENDING";
            case CCP_E_ARGUMENT:
                return "CCP_E_ARGUMENT";
            case CCP_E_ABI:
                return "CCP_E_ABI";
            case CCP_E_UNSUPPORTED:
                return "CCP_E_UNSUPPORTED";
            case CCP_E_CONFIG:
                return "CCP_E_CONFIG";
            case CCP_E_STATE:
                return "CCP_E_STATE";
            case CCP_E_STALE:
                return "CCP_E_STALE";
            case CCP_E_NOT_FOUND:
                return "CCP_E_NOT_FOUND";
            case CCP_E_CONFLICT:
                return "CCP_E_CONFLICT";
            case CCP_E_DENIED:
                return "CCP_E_DENIED";
            case CCP_E_BUSY:
                return "CCP_E_BUSY";
            case CCP_E_TIMEOUT:
                return "CCP_E_TIMEOUT";
            case CCP_E_CANCELLED:
                return "CCP_E_CANCELLED";
            case CCP_E_IO:
                return "CCP_E_IO";
            case CCP_E_UNAVAILABLE:
                return "CCP_E_UNAVAILABLE";
            case CCP_E_NO_MEMORY:
                return "CCP_E_NO_MEMORY";
            default:
                return "CCP_E_INTERNAL";
        }
    }();
    return std::string(name) + " (" + std::to_string(status) + ")";
}

std::int64_t mono_now_ns() noexcept {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace ccphost
