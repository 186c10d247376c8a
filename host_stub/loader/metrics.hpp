// SPDX-License-Identifier: BSL-1.0
/// @file The host's metrics, and ccp.metrics/1 over them.
#pragma once

#include <ccp/ext/metrics.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <variant>

namespace ccphost {

/// All series of the process, the host's own and the plugins'. Series outlive the plugin that defined them, so that a new
/// generation goes on counting. Thread-safe.
class metrics {
public:
    using labels = std::map<std::string, std::string>;

    metrics();
    metrics(const metrics&) = delete;
    metrics& operator=(const metrics&) = delete;

    /// Defines a series or finds it again. @return CCP_OK with `id` set, CCP_E_ARGUMENT or CCP_E_CONFLICT
    std::int32_t define(std::uint32_t kind, const std::string& name, const std::string& help, const labels& of,
                        std::uint32_t& id);
    /// Adds to a counter, sets a gauge, observes in a histogram. Unknown ids, negative or not finite additions are ignored.
    void update(std::uint32_t id, double value);
    /// Everything in the Prometheus text format.
    [[nodiscard]] std::string text() const;

    /// The extension table; lives as long as this object.
    [[nodiscard]] const ccp_ext_metrics_v1& table() const noexcept { return table_; }

private:
    using series = std::variant<prometheus::Counter*, prometheus::Gauge*, prometheus::Histogram*>;

    series make(std::uint32_t kind, const std::string& name, const std::string& help, const labels& of);

    prometheus::Registry registry_;
    mutable std::shared_mutex mutex_;
    std::map<std::string, std::uint32_t> kinds_;
    std::map<std::pair<std::string, labels>, std::uint32_t> ids_;
    std::deque<series> series_;
    ccp_ext_metrics_v1 table_;
};

}  // namespace ccphost
