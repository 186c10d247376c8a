// SPDX-License-Identifier: BSL-1.0
/// @file Operations on plugins that nobody waits for.
#pragma once

#include "manifest_watch.hpp"
#include "reloader.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace ccphost {

/// One thread that carries out what was handed to it, reloads plugins whose watched manifest changed, and tries now and then to
/// end what lingers. The destructor stops it.
class background_operations {
public:
    /// @param reloads borrowed; outlives this object
    explicit background_operations(reloader& reloads);
    background_operations(const background_operations&) = delete;
    background_operations& operator=(const background_operations&) = delete;
    ~background_operations();

    /// Waits for an operation under way; what waits and what is posted later is dropped.
    void stop();

    /// Queues an operation and returns at once. @param operation must not throw
    void post(std::function<void()> operation);

private:
    void run();
    void run_posted(std::unique_lock<std::mutex>& lock);
    void look_at_manifests();

    reloader& reloads_;
    manifest_watch watch_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> posted_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace ccphost
