// SPDX-License-Identifier: BSL-1.0
// The plugin as it is, but that each answer says which build gave it: responses in a header, resolutions at the end of their
// reason. Compiled with another BUILD_MARK and BUILD_VERSION for each build.
#include "entry/descriptor.hpp"

#include <ccp/ccp.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <memory>
#include <string_view>

namespace {

constexpr std::string_view mark = BUILD_MARK;

ccp_str to_c(std::string_view text) {
    return {text.data(), text.size()};
}

struct marked_handler {
    void* ctx;
    std::int32_t (*handle)(void*, const ccp_request_v1*, const ccp_response_v1*);
};

std::int32_t handle_marked(void* ctx, const ccp_request_v1* request, const ccp_response_v1* response) noexcept {
    const auto& real = *static_cast<const marked_handler*>(ctx);
    const auto status = real.handle(real.ctx, request, response);
    if (status == CCP_OK) static_cast<void>(response->set_header(response->ctx, to_c("X-Build"), to_c(mark)));
    return status;
}

void append(ccp_buffer& to, std::string_view text) {
    const auto room = to.capacity - std::min(to.length, to.capacity);
    std::memcpy(to.ptr + std::min(to.length, to.capacity), text.data(), std::min(room, text.size()));
    to.length += text.size();
}

// One instance around a real one.
class marked_instance {
public:
    explicit marked_instance(const ccp_plugin_v1& real)
        : real_(real),
          table_{
              CCP_HEADER_INIT(ccp_plugin_v1),
              this,
              [](void* self, const ccp_registry_v1* registry, std::int64_t until) { return of(self).start(*registry, until); },
              [](void* self, std::int64_t until, const ccp_sink* to) {
                  return of(self).real_.health(of(self).real_.self, until, to);
              },
              [](void* self) { return of(self).real_.drain(of(self).real_.self); },
              [](void* self, std::int64_t until) { return of(self).real_.stop(of(self).real_.self, until); },
              [](void* self) { delete &of(self); },
              [](void* self, const char* id) { return of(self).real_.get_extension(of(self).real_.self, id); },
              nullptr,
              nullptr} {
        if (real.configure != nullptr)
            table_.configure = [](void* self) { return of(self).real_.configure(of(self).real_.self); };
        if (real.predecessor_gone != nullptr)
            table_.predecessor_gone = [](void* self, std::int64_t until) {
                return of(self).real_.predecessor_gone(of(self).real_.self, until);
            };
    }
    marked_instance(const marked_instance&) = delete;
    marked_instance& operator=(const marked_instance&) = delete;

    [[nodiscard]] const ccp_plugin_v1& table() const { return table_; }

private:
    ~marked_instance() { real_.destroy(real_.self); }

    static marked_instance& of(void* self) { return *static_cast<marked_instance*>(self); }

    std::int32_t start(const ccp_registry_v1& registry, std::int64_t until) {
        host_registry_ = &registry;
        const ccp_registry_v1 marking{CCP_HEADER_INIT(ccp_registry_v1), this,
                                      [](void* self, const ccp_handler_v1* handler) { return of(self).add(*handler); },
                                      [](void* self, const ccp_identity_hook_v1* hook) { return of(self).set(*hook); }};
        return real_.start(real_.self, &marking, until);
    }
    std::int32_t add(ccp_handler_v1 handler) {
        handlers_.push_back({handler.ctx, handler.handle});
        handler.ctx = &handlers_.back();
        handler.handle = handle_marked;
        return host_registry_->add_handler(host_registry_->ctx, &handler);
    }
    std::int32_t set(ccp_identity_hook_v1 hook) {
        hook_ = hook;
        hook.ctx = this;
        hook.resolve = [](void* self, const ccp_interaction_v1* interaction, ccp_resolution_v1* resolution) {
            const auto& real = of(self).hook_;
            const auto status = real.resolve(real.ctx, interaction, resolution);
            if (status == CCP_OK) append(resolution->reason, mark);
            return status;
        };
        return host_registry_->set_identity_hook(host_registry_->ctx, &hook);
    }

    const ccp_plugin_v1& real_;
    ccp_plugin_v1 table_;
    const ccp_registry_v1* host_registry_ = nullptr;  // during start
    std::deque<marked_handler> handlers_;
    ccp_identity_hook_v1 hook_{};
};

std::int32_t create(const ccp_host_v1* host, const ccp_plugin_v1** plugin) noexcept {
    *plugin = nullptr;
    const ccp_plugin_v1* real = nullptr;
    const auto status = extsrc::entry::descriptor().create(host, &real);
    if (status == CCP_OK) *plugin = &(new marked_instance(*real))->table();
    return status;
}

}  // namespace

const ccp_descriptor_v1* ccp_plugin_entry(const ccp_host_range*) {
    static const ccp_descriptor_v1 marked = [] {
        auto descriptor = extsrc::entry::descriptor();
        descriptor.version = BUILD_VERSION;
        descriptor.build_id = BUILD_MARK;
        descriptor.create = create;
        return descriptor;
    }();
    return &marked;
}
