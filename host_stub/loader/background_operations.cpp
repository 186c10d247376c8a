// SPDX-License-Identifier: BSL-1.0
#include "background_operations.hpp"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

namespace ccphost {
namespace {

using clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_looks{500};
constexpr std::chrono::seconds between_attempts{5};

}  // namespace

background_operations::background_operations(reloader& reloads) : reloads_(reloads) {
    look_at_manifests();  // a change counts from now on
    thread_ = std::thread([this] { run(); });
}

background_operations::~background_operations() {
    stop();
}

void background_operations::stop() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void background_operations::post(std::function<void()> operation) {
    const std::lock_guard lock(mutex_);
    posted_.push_back(std::move(operation));
    changed_.notify_all();
}

void background_operations::run() {
    auto next_attempt = clock::now() + between_attempts;
    std::unique_lock lock(mutex_);
    while (!ending_) {
        changed_.wait_for(lock, between_looks, [this] { return ending_ || !posted_.empty(); });
        run_posted(lock);
        if (ending_) return;
        lock.unlock();
        look_at_manifests();
        if (clock::now() >= next_attempt) {
            reloads_.end_lingering();
            next_attempt = clock::now() + between_attempts;
        }
        lock.lock();
    }
}

void background_operations::run_posted(std::unique_lock<std::mutex>& lock) {
    while (!ending_ && !posted_.empty()) {
        const auto operation = std::move(posted_.front());
        posted_.pop_front();
        lock.unlock();
        operation();
        lock.lock();
    }
}

void background_operations::look_at_manifests() {
    auto watched = reloads_.origins(when_busy::give_up);
    if (!watched) return;
    std::erase_if(*watched, [](const auto& each) { return !each.watched; });
    std::vector<std::filesystem::path> files;
    for (const auto& each : *watched) files.push_back(each.manifest);
    watch_.set(files);
    for (const auto& changed : watch_.look()) {
        for (const auto& each : *watched) {
            if (each.manifest != changed) continue;
            const auto report = reloads_.reload({.plugin = each.id, .actor = "watch"});
            if (report.outcome == operation_outcome::busy) watch_.tell_again(changed);
        }
    }
}

}  // namespace ccphost
