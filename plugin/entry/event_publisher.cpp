// SPDX-License-Identifier: BSL-1.0
#include "entry/event_publisher.hpp"

#include "handlers/change_events.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace extsrc::entry {
namespace {

constexpr std::chrono::seconds patience{5};
constexpr std::size_t max_batch = 100;  // keeps the snapshot that is read short

}  // namespace

event_publisher::event_publisher(const host_link& host, storage::database& database)
    : host_(host),
      database_(database),
      published_(host.define_metric(CCP_METRIC_COUNTER, "extsrc_events_published_total", "Events given to the host")),
      dropped_(host.define_metric(CCP_METRIC_COUNTER, "extsrc_events_dropped_total", "Changes and events that were dropped")),
      thread_([this] { loop(); }) {}

event_publisher::~event_publisher() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void event_publisher::tell(std::vector<storage::change> changes) {
    std::size_t left_out = 0;
    {
        const std::lock_guard lock(mutex_);
        const auto room = std::min(capacity - waiting_.size(), changes.size());
        left_out = changes.size() - room;
        std::move(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(room), std::back_inserter(waiting_));
    }
    arrived_.notify_one();
    if (left_out > 0) host_.update_metric(dropped_, static_cast<double>(left_out));
}

void event_publisher::loop() {
    for (;;) {
        std::vector<storage::change> batch;
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), max_batch));
            batch.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
            waiting_.erase(waiting_.begin(), end);
        }
        try {
            publish(batch);
        } catch (const std::exception& failed) {
            host_.update_metric(dropped_, static_cast<double>(batch.size()));
            host_.log(CCP_LOG_WARNING, "events", "changes could not be read to be published", {{"reason", failed.what()}});
        }
    }
}

void event_publisher::publish(const std::vector<storage::change>& changes) {
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto events = database_.read(until, [&](storage::transaction& open) { return handlers::events_of(open, changes); });
    for (const auto& event : events)
        host_.update_metric(host_.publish(event.organization.text(), event.topic, event.payload) ? published_ : dropped_, 1);
}

}  // namespace extsrc::entry
