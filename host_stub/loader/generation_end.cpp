// SPDX-License-Identifier: BSL-1.0
// How a generation ends.
#include "generation.hpp"
#include "guarded_call.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace ccphost {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds thread_patience{200};  // for threads that were joined to be gone from the process
constexpr milliseconds hurry_look{100};

}  // namespace

bool generation::wait_idle(milliseconds deadline, const std::atomic<bool>* hurried) {
    const auto until = std::chrono::steady_clock::now() + deadline;
    std::unique_lock lock(mutex_);
    while (in_flight_ != 0 && std::chrono::steady_clock::now() < until) {
        if (hurried != nullptr && *hurried) return false;
        idle_.wait_until(lock, std::min(until, std::chrono::steady_clock::now() + hurry_look));
    }
    return in_flight_ == 0;
}

result<void> generation::retire(milliseconds drain, const log& steps, const std::atomic<bool>* hurried) {
    steps->begin(step::drain);
    steps->note(std::to_string(in_flight()) + " in flight");
    state_ = generation_state::draining;
    const auto drained = outcome_on_control(deadlines_.stop, overran(step::drain, "drain", deadlines_.stop),
                                            [steps](generation& self) -> result<void> {
                                                self.drain_instance(*steps);
                                                return {};
                                            });
    if (!drained) return drained;
    if (!wait_idle(drain, hurried)) {
        services_.requests().cancel_all();
        if (!wait_idle(deadlines_.grace)) {
            return lingers({step::drain, manifest_.id + " still has " + std::to_string(in_flight()) + " calls in flight"});
        }
    }
    return end(steps);
}

bool generation::has_ended() const noexcept {
    return state_ == generation_state::unloaded || state_ == generation_state::pinned;
}

failure generation::cannot_end(failure why) noexcept {
    endable_ = false;
    return lingers(std::move(why));
}

result<void> generation::end(const log& steps) {
    if (has_ended()) return {};
    const auto deadline = deadlines_.stop + deadlines_.grace;
    if (in_flight() != 0 || control_.stuck() || !endable_) {
        return failure{step::stop, manifest_.id + " has not come to rest"};
    }
    auto outcome = outcome_on_control(deadline, overran(step::stop, "stop", deadline), [steps](generation& self) {
        if (self.started_ && !self.drained_) {
            steps->begin(step::drain);
            self.drain_instance(*steps);
        }
        auto ended = self.stop_instance(*steps);
        if (ended) ended = self.destroy_instance(*steps);
        return ended ? self.unload(*steps) : ended;
    });
    if (has_ended()) control_.finish();  // one that stays in memory needs no thread
    return outcome;
}

void generation::drain_instance(step_log& steps) {
    drained_ = true;
    const auto status = guarded_call(services_, [&] { return plugin_->drain(plugin_->self); });
    const auto text = services_.take_error();
    if (status == CCP_OK) return;
    const auto fault = failed(step::drain, status, text);
    steps.note(fault.why);
    spdlog::warn("{}", fault.text());
}

result<void> generation::stop_instance(step_log& steps) {
    if (plugin_ == nullptr) return {};
    steps.begin(step::stop);
    const auto deadline = mono_now_ns() + std::chrono::nanoseconds(deadlines_.stop).count();
    const auto status = guarded_call(services_, [&] { return plugin_->stop(plugin_->self, deadline); });
    const auto text = services_.take_error();
    if (status == CCP_OK) return {};
    return cannot_end(failed(step::stop, status, text));
}

// Past this point nothing of the plugin may run, on whatever thread.
result<void> generation::destroy_instance(step_log& steps) {
    steps.begin(step::destroy);
    if (const auto* ending = std::exchange(plugin_, nullptr); ending != nullptr) {
        const auto status = guarded_call(services_, [&] {
            ending->destroy(ending->self);
            return CCP_OK;
        });
        tasks_ = nullptr;
        if (status != CCP_OK) return cannot_end(failed(step::destroy, status, services_.take_error()));
    }
    if (threads_.blind())
        return cannot_end({step::destroy, manifest_.id + ": it cannot be told whether its threads have ended"});
    const auto left = threads_.alive(thread_patience);
    if (left.empty()) return {};
    return lingers({step::destroy, manifest_.id + " keeps " + std::to_string(left.size()) + " of its threads alive"});
}

result<void> generation::unload(step_log& steps) {
    if (!library_) {  // it did not even load
        state_ = generation_state::unloaded;
        return {};
    }
    state_ = generation_state::stopped;
    if ((library_->descriptor().flags & CCP_F_UNLOAD_SAFE) == 0) {
        library_->keep_for_ever();
        state_ = generation_state::pinned;
        return failure{step::unload, manifest_.id + " is not marked as safe to unload"};
    }
    auto outcome = library_->unload(steps);
    state_ = outcome ? generation_state::unloaded : generation_state::pinned;
    return outcome;
}

std::optional<staged_library> generation::take_staged() {
    if (state_ != generation_state::unloaded || !library_) return std::nullopt;
    return library_->take_staged();
}

}  // namespace ccphost
