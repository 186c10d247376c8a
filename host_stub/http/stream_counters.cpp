// SPDX-License-Identifier: BSL-1.0
#include "stream_counters.hpp"

namespace ccphost {

stream_counters::stream_counters(metrics& into) : into_(into) {
    into_.define(CCP_METRIC_GAUGE, "ccp_host_event_streams", "Open event streams.", {}, open_series_);
    into_.define(CCP_METRIC_COUNTER, "ccp_host_event_stream_events_total", "Events sent on event streams.", {}, sent_series_);
    into_.define(CCP_METRIC_COUNTER, "ccp_host_event_streams_overflowed_total",
                 "Event streams closed because their subscriber did not keep up.", {}, overflowed_series_);
    into_.define(CCP_METRIC_COUNTER, "ccp_host_event_streams_stalled_total",
                 "Event streams closed because their subscriber took nothing.", {}, stalled_series_);
}

void stream_counters::opened() {
    into_.update(open_series_, static_cast<double>(++open_));
}

void stream_counters::closed() {
    into_.update(open_series_, static_cast<double>(--open_));
}

void stream_counters::sent(std::size_t events) {
    into_.update(sent_series_, static_cast<double>(events));
}

void stream_counters::overflowed() {
    into_.update(overflowed_series_, 1);
}

void stream_counters::stalled() {
    into_.update(stalled_series_, 1);
}

}  // namespace ccphost
