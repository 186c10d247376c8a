// SPDX-License-Identifier: BSL-1.0
#include "metrics.hpp"

#include "c_text.hpp"

#include <prometheus/text_serializer.h>

#include <cmath>
#include <exception>
#include <mutex>

namespace ccphost {
namespace {

const prometheus::Histogram::BucketBoundaries seconds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                      0.05,   0.1,     0.25,   0.5,   1,      2.5,   5,    10};

template <class... F>
struct overloaded : F... {
    using F::operator()...;
};
template <class... F>
overloaded(F...) -> overloaded<F...>;

std::int32_t define_slot(void* ctx, std::uint32_t kind, ccp_str name, ccp_str help, const ccp_pair* pairs, std::size_t count,
                         std::uint32_t* id) noexcept {
    if (id == nullptr || (pairs == nullptr && count != 0)) return CCP_E_ARGUMENT;
    try {
        metrics::labels of;
        for (std::size_t i = 0; i < count; ++i) of.emplace(from_c(pairs[i].name), from_c(pairs[i].value));
        if (of.size() != count) return CCP_E_ARGUMENT;
        return static_cast<metrics*>(ctx)->define(kind, std::string(from_c(name)), std::string(from_c(help)), of, *id);
    } catch (const std::exception&) {
        return CCP_E_NO_MEMORY;
    }
}

void update_slot(void* ctx, std::uint32_t id, double value) noexcept {
    try {
        static_cast<metrics*>(ctx)->update(id, value);
    } catch (const std::exception&) {  // a lost sample is no reason to fail the caller
    }
}

}  // namespace

metrics::metrics() : table_{header_of<ccp_ext_metrics_v1>(), this, &define_slot, &update_slot} {}

metrics::series metrics::make(std::uint32_t kind, const std::string& name, const std::string& help, const labels& of) {
    switch (kind) {
        case CCP_METRIC_COUNTER:
            return &prometheus::BuildCounter().Name(name).Help(help).Register(registry_).Add(of);
        case CCP_METRIC_GAUGE:
            return &prometheus::BuildGauge().Name(name).Help(help).Register(registry_).Add(of);
        default:
            return &prometheus::BuildHistogram().Name(name).Help(help).Register(registry_).Add(of, seconds);
    }
}

std::int32_t metrics::define(std::uint32_t kind, const std::string& name, const std::string& help, const labels& of,
                             std::uint32_t& id) {
    if (kind < CCP_METRIC_COUNTER || kind > CCP_METRIC_HISTOGRAM) return CCP_E_ARGUMENT;
    const std::unique_lock lock(mutex_);
    if (const auto known = kinds_.find(name); known != kinds_.end() && known->second != kind) return CCP_E_CONFLICT;
    if (const auto known = ids_.find({name, of}); known != ids_.end()) {
        id = known->second;
        return CCP_OK;
    }
    try {
        series_.push_back(make(kind, name, help, of));
    } catch (const std::invalid_argument&) {  // prometheus-cpp's word for a malformed name
        return CCP_E_ARGUMENT;
    }
    id = static_cast<std::uint32_t>(series_.size() - 1);
    kinds_.emplace(name, kind);
    ids_.emplace(std::pair{name, of}, id);
    return CCP_OK;
}

void metrics::update(std::uint32_t id, double value) {
    const std::shared_lock lock(mutex_);
    if (id >= series_.size() || std::isnan(value)) return;
    std::visit(overloaded{[value](prometheus::Counter* counter) {
                              if (value >= 0) counter->Increment(value);
                          },
                          [value](prometheus::Gauge* gauge) { gauge->Set(value); },
                          [value](prometheus::Histogram* histogram) { histogram->Observe(value); }},
               series_[id]);
}

std::string metrics::text() const {
    return prometheus::TextSerializer().Serialize(registry_.Collect());
}

}  // namespace ccphost
