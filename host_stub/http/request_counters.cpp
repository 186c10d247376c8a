// SPDX-License-Identifier: BSL-1.0
#include "request_counters.hpp"

namespace ccphost {

request_counters::request_counters(metrics& into) : into_(into) {
    for (std::size_t i = 1; i < by_class_.size(); ++i) {
        into_.define(CCP_METRIC_COUNTER, "ccp_host_http_requests_total", "HTTP requests answered, by class of status.",
                     {{"class", std::to_string(i) + "xx"}}, by_class_[i]);
    }
    into_.define(CCP_METRIC_HISTOGRAM, "ccp_host_http_request_seconds", "Time from a request's first byte to its answer.", {},
                 seconds_);
    into_.define(CCP_METRIC_GAUGE, "ccp_host_http_connections", "Open HTTP connections.", {}, connections_);
}

void request_counters::answered(unsigned status, std::chrono::steady_clock::duration took) {
    into_.update(by_class_[std::min<std::size_t>(status / 100, by_class_.size() - 1)], 1);
    into_.update(seconds_, std::chrono::duration<double>(took).count());
}

void request_counters::connections(std::size_t open) {
    into_.update(connections_, static_cast<double>(open));
}

}  // namespace ccphost
