// SPDX-License-Identifier: BSL-1.0
#include "event_queue.hpp"

#include "c_text.hpp"
#include "topic_pattern.hpp"

#include <exception>
#include <utility>

namespace ccphost {
namespace {

std::size_t bytes_of(const event& one) {
    return one.organization.size() + one.topic.size() + one.payload.size();
}

std::int32_t publish_slot(void* ctx, ccp_str organization, ccp_str topic, ccp_str payload) noexcept {
    try {
        return static_cast<event_queue*>(ctx)->publish(
            {std::string(from_c(organization)), std::string(from_c(topic)), std::string(from_c(payload))});
    } catch (const std::exception&) {
        return CCP_E_NO_MEMORY;
    }
}

}  // namespace

event_queue::event_queue(receiver deliver, capacity most)
    : deliver_(std::move(deliver)), most_(most), table_{header_of<ccp_ext_events_v1>(), this, &publish_slot}, thread_([this] {
          run();
      }) {}

event_queue::~event_queue() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::int32_t event_queue::publish(event published) {
    if (!is_topic(published.topic)) return CCP_E_ARGUMENT;
    const auto bytes = bytes_of(published);
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= most_.events || waiting_bytes_ + bytes > most_.bytes) {
            ++dropped_;
            return CCP_E_BUSY;
        }
        waiting_.push_back(std::move(published));
        waiting_bytes_ += bytes;
    }
    changed_.notify_one();
    return CCP_OK;
}

std::uint64_t event_queue::dropped() const {
    const std::lock_guard lock(mutex_);
    return dropped_;
}

std::uint64_t event_queue::delivered() const {
    const std::lock_guard lock(mutex_);
    return delivered_;
}

void event_queue::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const auto next = std::move(waiting_.front());
        waiting_.pop_front();
        waiting_bytes_ -= bytes_of(next);
        lock.unlock();
        deliver_(next);
        lock.lock();
        ++delivered_;
    }
}

}  // namespace ccphost
