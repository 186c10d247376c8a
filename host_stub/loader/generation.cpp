// SPDX-License-Identifier: BSL-1.0
#include "generation.hpp"

#include "c_text.hpp"
#include "negotiation.hpp"
#include "text_sink.hpp"

#include <spdlog/spdlog.h>

#include <vector>

namespace ccphost {
namespace {

using std::chrono::milliseconds;

std::int64_t deadline_after(milliseconds span) {
    return mono_now_ns() + std::chrono::nanoseconds(span).count();
}

// Generations whose code may still run. They must outlive it, and are found here by a leak checker.
void keep_for_ever(std::shared_ptr<generation> lingering) {
    static std::mutex mutex;
    static auto* kept = new std::vector<std::shared_ptr<generation>>;
    const std::lock_guard lock(mutex);
    kept->push_back(std::move(lingering));
}

}  // namespace

std::string_view name_of(generation_state state) noexcept {
    switch (state) {
        case generation_state::loaded:
            return "loaded";
        case generation_state::running:
            return "running";
        case generation_state::draining:
            return "draining";
        case generation_state::stopped:
            return "stopped";
        case generation_state::unloaded:
            return "unloaded";
        case generation_state::lingering:
            return "lingering";
    }
    return "unknown";
}

pin::~pin() {
    if (pinned_ != nullptr) pinned_->leave();
}

generation::generation(manifest listed, boost::json::value config, std::uint16_t number, shared_services shared,
                       control_thread& control, lifecycle_deadlines deadlines)
    : manifest_(std::move(listed)),
      number_(number),
      control_(control),
      deadlines_(deadlines),
      services_(manifest_.id, number, std::move(config), shared),
      registry_(manifest_) {}

generation::~generation() = default;

failure generation::failed(step where, std::int32_t status, const std::string& text) const {
    return {where, manifest_.id + ": " + (text.empty() ? status_text(status) : text)};
}

// The task keeps the generation alive, because it may outlast the caller's patience.
bool generation::on_control(milliseconds deadline, std::function<void(generation&)> task) {
    auto self = shared_from_this();
    if (control_.run(deadline, [self, task = std::move(task)] { task(*self); })) return true;
    state_ = generation_state::lingering;
    keep_for_ever(std::move(self));
    return false;
}

result<std::shared_ptr<generation>> generation::start(manifest listed, boost::json::value config, std::uint16_t number,
                                                      shared_services shared, control_thread& control,
                                                      lifecycle_deadlines deadlines) {
    const std::shared_ptr<generation> made(
        new generation(std::move(listed), std::move(config), number, shared, control, deadlines));
    if (const auto opened = made->open(); !opened) return opened.error();
    auto outcome = made->run_create();
    if (outcome) outcome = made->run_start();
    if (outcome) return made;
    if (made->state_ != generation_state::lingering) {
        if (const auto ended = made->end_instance(); !ended) spdlog::warn("after a failed start: {}", ended.error().text());
    }
    return outcome.error();
}

result<void> generation::open() {
    auto outcome = std::make_shared<result<void>>();
    const bool in_time = on_control(deadlines_.start, [outcome](generation& self) {
        auto opened = plugin_library::open(self.manifest_);
        if (!opened) {
            *outcome = opened.error();
            return;
        }
        self.library_.emplace(std::move(*opened));
        if (const char* build = self.library_->descriptor().build_id; build != nullptr) self.build_ = build;
        *outcome = self.check_extensions();
    });
    if (!in_time) return failure{step::load, manifest_.id + " did not load in time"};
    return *outcome;
}

// The host has them all, but may not offer each to every instance.
result<void> generation::check_extensions() const {
    const auto* id = library_->descriptor().required_extensions;
    while (id != nullptr && *id != nullptr && services_.extension(*id) != nullptr) ++id;
    if (id == nullptr || *id == nullptr) return {};
    return failure{step::negotiate, manifest_.id + " needs the extension \"" + *id + "\", which is not offered here"};
}

result<void> generation::run_create() {
    auto outcome = std::make_shared<result<void>>();
    const bool in_time = on_control(deadlines_.start, [outcome](generation& self) {
        const ccp_plugin_v1* made = nullptr;
        const auto status = self.library_->descriptor().create(&self.services_.table(), &made);
        const auto text = self.services_.take_error();
        if (status != CCP_OK) {
            *outcome = self.failed(step::create, status, text);
            return;
        }
        *outcome = check_instance(made);
        if (*outcome) self.plugin_ = made;  // a table that cannot be trusted is not called, not even to destroy it
    });
    if (!in_time) return failure{step::create, manifest_.id + " did not return from create in time"};
    return *outcome;
}

result<void> generation::run_start() {
    auto outcome = std::make_shared<result<void>>();
    const bool in_time = on_control(deadlines_.start + deadlines_.grace, [outcome](generation& self) {
        const auto status =
            self.plugin_->start(self.plugin_->self, &self.registry_.table(), deadline_after(self.deadlines_.start));
        const auto text = self.services_.take_error();
        const auto registered = self.registry_.complete();
        if (status != CCP_OK) {
            *outcome = self.failed(step::start, status, text);
        } else if (!registered) {
            *outcome = registered.error().within(self.manifest_.id);
        } else {
            *outcome = self.take_tasks();
        }
    });
    if (!in_time) {
        return failure{step::start, manifest_.id + " did not return from start within " +
                                        std::to_string((deadlines_.start + deadlines_.grace).count()) + " ms"};
    }
    if (!*outcome) return *outcome;
    routes_ = std::make_unique<const route_table>(registry_.handlers());
    state_ = generation_state::running;
    return {};
}

result<void> generation::take_tasks() {
    const auto tasks = check_tasks(*plugin_, manifest_);
    if (!tasks) return tasks.error();
    tasks_ = *tasks;
    return {};
}

health_report generation::health() const {
    health_report report;
    text_sink detail;
    const auto status = plugin_->health(plugin_->self, deadline_after(deadlines_.health), &detail.table());
    report.detail = detail.take();
    report.up = status == CCP_OK;
    const auto text = services_.take_error();
    if (!report.up && report.detail.empty()) report.detail = text.empty() ? status_text(status) : text;
    return report;
}

void generation::enter() noexcept {
    const std::lock_guard lock(mutex_);
    ++in_flight_;
}

void generation::leave() noexcept {
    const std::lock_guard lock(mutex_);
    if (--in_flight_ == 0) idle_.notify_all();
}

std::size_t generation::in_flight() const {
    const std::lock_guard lock(mutex_);
    return in_flight_;
}

bool generation::wait_idle(milliseconds deadline) {
    std::unique_lock lock(mutex_);
    return idle_.wait_for(lock, deadline, [this] { return in_flight_ == 0; });
}

result<void> generation::retire(std::chrono::milliseconds drain) {
    state_ = generation_state::draining;
    auto drained = std::make_shared<std::int32_t>(CCP_OK);
    if (!on_control(deadlines_.stop, [drained](generation& self) { *drained = self.plugin_->drain(self.plugin_->self); })) {
        return failure{step::drain, manifest_.id + " did not return from drain in time"};
    }
    if (*drained != CCP_OK) spdlog::warn("{}: drain answered {}", manifest_.id, status_text(*drained));
    if (!wait_idle(drain)) {
        services_.requests().cancel_all();
        if (!wait_idle(deadlines_.grace)) {
            state_ = generation_state::lingering;
            keep_for_ever(shared_from_this());
            return failure{step::drain, manifest_.id + " still has " + std::to_string(in_flight()) + " requests in flight"};
        }
    }
    return end_instance();
}

result<void> generation::end_instance() {
    auto outcome = std::make_shared<result<void>>();
    const bool in_time = on_control(deadlines_.stop + deadlines_.grace, [outcome](generation& self) {
        if (self.plugin_ != nullptr) {
            const auto status = self.plugin_->stop(self.plugin_->self, deadline_after(self.deadlines_.stop));
            const auto text = self.services_.take_error();
            if (status != CCP_OK) {
                self.state_ = generation_state::lingering;
                *outcome = self.failed(step::stop, status, text);
                return;
            }
            self.plugin_->destroy(self.plugin_->self);
            self.plugin_ = nullptr;
        }
        self.state_ = generation_state::stopped;
        const bool unload_safe = (self.library_->descriptor().flags & CCP_F_UNLOAD_SAFE) != 0;
        *outcome = unload_safe ? self.library_->unload()
                               : result<void>(failure{step::unload, self.manifest_.id + " is not marked as safe to unload"});
        if (*outcome) self.state_ = generation_state::unloaded;
    });
    if (!in_time) return failure{step::stop, manifest_.id + " did not stop in time"};
    if (state_ != generation_state::unloaded) keep_for_ever(shared_from_this());
    return *outcome;
}

}  // namespace ccphost
