// SPDX-License-Identifier: BSL-1.0
#include "counting_host.hpp"

#include "loader/c_text.hpp"

#include <cstdlib>

namespace ccphost {
namespace {

counting_host& self(void* ctx) noexcept {
    return *static_cast<counting_host*>(ctx);
}

const ccp_host_v1& behind(void* ctx) noexcept {
    return self(ctx).services().table();
}

void log_slot(void* ctx, std::uint32_t level, ccp_str component, ccp_str message, const ccp_pair* fields,
              std::size_t count) noexcept {
    behind(ctx).log(behind(ctx).ctx, level, component, message, fields, count);
}

const void* extension_slot(void* ctx, const char* id) noexcept {
    return behind(ctx).get_extension(behind(ctx).ctx, id);
}

void* alloc_slot(void* ctx, std::size_t bytes) noexcept {
    try {
        return self(ctx).give(bytes);
    } catch (const std::exception&) {
        return nullptr;
    }
}

void free_slot(void* ctx, void* block) noexcept {
    if (block != nullptr) self(ctx).take(block);
}

void set_error_slot(void* ctx, std::int32_t status, ccp_str message) noexcept {
    behind(ctx).set_error(behind(ctx).ctx, status, message);
}

std::int64_t mono_slot(void* ctx) noexcept {
    return behind(ctx).now_mono_ns(behind(ctx).ctx);
}

std::int64_t wall_slot(void* ctx) noexcept {
    return behind(ctx).now_wall_ns(behind(ctx).ctx);
}

std::int32_t complete_slot(void* ctx, std::uint64_t token, std::int32_t status) noexcept {
    return behind(ctx).complete(behind(ctx).ctx, token, status);
}

std::int32_t cancelled_slot(void* ctx, std::uint64_t token) noexcept {
    return behind(ctx).cancelled(behind(ctx).ctx, token);
}

}  // namespace

counting_host::counting_host(const std::string& plugin_id, std::uint16_t number, boost::json::value config,
                             shared_services shared)
    : services_(plugin_id, number, {std::make_shared<const boost::json::value>(std::move(config))}, shared),
      table_{header_of<ccp_host_v1>(), this,       &log_slot,  &extension_slot, &alloc_slot,    &free_slot,
             &set_error_slot,          &mono_slot, &wall_slot, &complete_slot,  &cancelled_slot} {}

counting_host::~counting_host() {
    for (void* block : given_) std::free(block);
}

void* counting_host::give(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    given_.reserve(given_.size() + 1);  // so that the insertion below cannot lose the block
    void* block = std::malloc(bytes == 0 ? 1 : bytes);
    if (block != nullptr) given_.insert(block);
    return block;
}

void counting_host::take(void* block) {
    const std::lock_guard lock(mutex_);
    if (given_.erase(block) == 0) {
        foreign_ = true;  // freeing what somebody else gave would end this process
    } else {
        std::free(block);
    }
}

std::string counting_host::memory_fault() const {
    const std::lock_guard lock(mutex_);
    if (foreign_) return "gave back a block that this host's alloc never gave to this instance";
    if (given_.empty()) return {};
    return std::to_string(given_.size()) + (given_.size() == 1 ? " block is" : " blocks are") + " not given back after destroy";
}

}  // namespace ccphost
