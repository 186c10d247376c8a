// SPDX-License-Identifier: BSL-1.0
#include "plugin_config.hpp"

#include "c_text.hpp"

#include <boost/json.hpp>

namespace ccphost {
namespace {

std::uint64_t snapshot_slot(void* ctx) noexcept {
    return static_cast<plugin_config*>(ctx)->snapshot().number;
}

std::int32_t get_slot(void* ctx, ccp_str pointer, const ccp_sink* sink) noexcept {
    if (sink == nullptr || sink->write == nullptr) return CCP_E_ARGUMENT;
    try {
        return static_cast<plugin_config*>(ctx)->get(from_c(pointer), *sink);
    } catch (const std::exception&) {
        return CCP_E_NO_MEMORY;
    }
}

}  // namespace

plugin_config::plugin_config(config_snapshot first)
    : current_(std::move(first)), table_{header_of<ccp_ext_config_v1>(), this, &snapshot_slot, &get_slot} {}

config_snapshot plugin_config::snapshot() const {
    const std::lock_guard lock(mutex_);
    return current_;
}

void plugin_config::offer(config_snapshot next) {
    const std::lock_guard lock(mutex_);
    current_ = std::move(next);
}

std::int32_t plugin_config::get(std::string_view json_pointer, const ccp_sink& sink) const {
    const auto value = snapshot().value;
    boost::system::error_code bad;
    const auto* found = value->find_pointer({json_pointer.data(), json_pointer.size()}, bad);
    if (bad == boost::json::error::missing_slash || bad == boost::json::error::invalid_escape) return CCP_E_ARGUMENT;
    if (bad || found == nullptr) return CCP_E_NOT_FOUND;
    return sink.write(sink.ctx, to_c(boost::json::serialize(*found)));
}

}  // namespace ccphost
