// SPDX-License-Identifier: BSL-1.0
/// @file Work done by many threads, with results in the order of the input and bounded memory.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace ccphost {

/// Items between the oldest that is not done and the newest that was put in; at most `capacity` of them. Thread-safe.
template <class Item, class Result>
class ordered_window {
public:
    /// @param emit called with each result in the order of the items, under a lock, by any thread that uses the window
    ordered_window(std::size_t capacity, std::function<void(Result)> emit) : capacity_(capacity), emit_(std::move(emit)) {}

    /// Puts an item in; waits while the window is full.
    void put(Item item) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return slots_.size() < capacity_; });
        slots_.push_back({std::move(item), std::nullopt});
        changed_.notify_all();
    }

    /// No more items will come.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

    /// Takes the next item, does `work` on it, and hands the result on; until the window is closed and empty.
    template <class Work>
    void run(Work work) {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [this] { return closed_ || taken_ < slots_.size(); });
            if (taken_ == slots_.size()) return;
            auto& mine = slots_[taken_++];  // a deque keeps references to elements when ends grow or shrink
            lock.unlock();
            auto result = work(mine.item);
            lock.lock();
            mine.result = std::move(result);
            while (!slots_.empty() && slots_.front().result) {
                emit_(std::move(*slots_.front().result));
                slots_.pop_front();
                --taken_;
            }
            changed_.notify_all();
        }
    }

private:
    struct slot {
        Item item;
        std::optional<Result> result;
    };

    std::size_t capacity_;
    std::function<void(Result)> emit_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<slot> slots_;
    std::size_t taken_ = 0;  // slots that a thread works on or has done
    bool closed_ = false;
};

}  // namespace ccphost
