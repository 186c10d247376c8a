// SPDX-License-Identifier: BSL-1.0
#include "entry/host_link.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <stdexcept>

namespace extsrc::entry {
namespace {

constexpr std::chrono::milliseconds longest_answer{250};
constexpr std::chrono::seconds default_patience{30};

std::vector<ccp_pair> to_pairs(const host_link::fields& fields) {
    std::vector<ccp_pair> pairs;
    pairs.reserve(fields.size());
    for (const auto& [name, value] : fields) pairs.push_back({to_c(name), to_c(value)});
    return pairs;
}

std::int32_t append(void* text, ccp_str bytes) noexcept {
    try {
        static_cast<std::string*>(text)->append(to_cpp(bytes));
        return CCP_OK;
    } catch (...) {
        return CCP_E_NO_MEMORY;
    }
}

}  // namespace

host_link::host_link(const ccp_host_v1& host)
    : host_(host),
      config_(static_cast<const ccp_ext_config_v1*>(host.get_extension(host.ctx, CCP_EXT_CONFIG))),
      metrics_(static_cast<const ccp_ext_metrics_v1*>(host.get_extension(host.ctx, CCP_EXT_METRICS))),
      events_(static_cast<const ccp_ext_events_v1*>(host.get_extension(host.ctx, CCP_EXT_EVENTS))) {}

void host_link::log(std::uint32_t level, std::string_view component, std::string_view message, const fields& with) const {
    const auto pairs = to_pairs(with);
    host_.log(host_.ctx, level, to_c(component), to_c(message), pairs.data(), pairs.size());
}

void host_link::set_error(std::int32_t status, std::string_view message) const noexcept {
    host_.set_error(host_.ctx, status, to_c(message));
}

domain::timestamp host_link::wall_clock() const {
    return host_.now_wall_ns(host_.ctx) / 1000;
}

storage::deadline host_link::deadline(std::int64_t mono_ns) const {
    const auto now = std::chrono::steady_clock::now();
    if (mono_ns == 0) return now + default_patience;
    return now + std::chrono::nanoseconds(mono_ns - host_.now_mono_ns(host_.ctx));
}

storage::deadline host_link::time_to_answer(std::int64_t mono_ns) const {
    const auto until = deadline(mono_ns);
    const auto left = std::max(until - std::chrono::steady_clock::now(), storage::deadline::duration::zero());
    return until - std::min<storage::deadline::duration>(left / 10, longest_answer);
}

std::string host_link::configuration() const {
    std::string text;
    const ccp_sink sink{CCP_HEADER_INIT(ccp_sink), &text, append};
    if (config_ == nullptr || config_->get(config_->ctx, to_c(""), &sink) != CCP_OK)
        throw std::runtime_error("the host gives no configuration");
    return text;
}

std::uint32_t host_link::define_metric(std::uint32_t kind, std::string_view name, std::string_view help,
                                       const fields& labels) const {
    std::uint32_t id = std::numeric_limits<std::uint32_t>::max();
    const auto pairs = to_pairs(labels);
    if (metrics_ != nullptr) metrics_->define(metrics_->ctx, kind, to_c(name), to_c(help), pairs.data(), pairs.size(), &id);
    return id;
}

void host_link::update_metric(std::uint32_t id, double value) const {
    if (metrics_ != nullptr) metrics_->update(metrics_->ctx, id, value);
}

bool host_link::publish(std::string_view organization, std::string_view topic, std::string_view payload) const {
    return events_ != nullptr && events_->publish(events_->ctx, to_c(organization), to_c(topic), to_c(payload)) == CCP_OK;
}

}  // namespace extsrc::entry
