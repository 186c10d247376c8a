// SPDX-License-Identifier: BSL-1.0
#include "entry/event_publisher.hpp"

#include "handlers/change_events.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
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
    finish(std::chrono::steady_clock::now());
}

void event_publisher::finish(storage::deadline until) {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        ending_ = until;
    }
    arrived_.notify_one();
    thread_.join();
    drop(waiting_.size());
}

void event_publisher::tell(const std::vector<storage::change>& changes) {
    std::size_t left_out = 0;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& change : changes) {
            if (waiting_.size() < capacity || waiting_.contains(change))
                waiting_.insert(change);
            else
                ++left_out;
        }
    }
    arrived_.notify_one();
    drop(left_out);
}

void event_publisher::loop() {
    for (auto batch = next_batch(); !batch.empty(); batch = next_batch()) {
        try {
            publish(batch);
        } catch (const std::exception& failed) {
            drop(batch.size());
            host_.log(CCP_LOG_WARNING, "events", "changes could not be read to be published", {{"reason", failed.what()}});
        }
    }
}

// Empty when it is time to end.
std::vector<storage::change> event_publisher::next_batch() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    std::vector<storage::change> batch;
    if (ending_ && *ending_ <= std::chrono::steady_clock::now()) return batch;
    while (batch.size() < max_batch && !waiting_.empty())
        batch.push_back(std::move(waiting_.extract(waiting_.begin()).value()));
    return batch;
}

storage::deadline event_publisher::patience_ends() {
    const auto until = std::chrono::steady_clock::now() + patience;
    const std::lock_guard lock(mutex_);
    return ending_ ? std::min(until, *ending_) : until;
}

void event_publisher::publish(const std::vector<storage::change>& changes) {
    const auto events =
        database_.read(patience_ends(), [&](storage::transaction& open) { return handlers::events_of(open, changes); });
    for (const auto& event : events)
        for (const auto& topic : event.topics)
            host_.update_metric(host_.publish(event.organization.text(), topic, event.payload) ? published_ : dropped_, 1);
}

void event_publisher::drop(std::size_t count) {
    if (count > 0) host_.update_metric(dropped_, static_cast<double>(count));
}

}  // namespace extsrc::entry
