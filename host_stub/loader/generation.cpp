// SPDX-License-Identifier: BSL-1.0
#include "generation.hpp"

#include "c_text.hpp"
#include "guarded_call.hpp"
#include "negotiation.hpp"
#include "text_sink.hpp"

#include <spdlog/spdlog.h>

namespace ccphost {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds thread_patience{200};  // for threads that were joined to be gone from the process

std::int64_t deadline_after(milliseconds span) {
    return mono_now_ns() + std::chrono::nanoseconds(span).count();
}

std::string in_time(const char* what, milliseconds span) {
    return std::string(" did not return from ") + what + " within " + std::to_string(span.count()) + " ms";
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
        case generation_state::pinned:
            return "pinned";
        case generation_state::lingering:
            return "lingering";
    }
    return "unknown";
}

pin::~pin() {
    if (pinned_ != nullptr) pinned_->leave();
}

generation::generation(manifest listed, config_snapshot config, std::uint32_t number, shared_services shared,
                       lifecycle_deadlines deadlines)
    : manifest_(std::move(listed)),
      number_(number),
      deadlines_(deadlines),
      services_(manifest_.id, number, std::move(config), shared),
      registry_(manifest_) {}

generation::~generation() = default;

std::shared_ptr<generation> generation::make(manifest listed, config_snapshot config, std::uint32_t number,
                                             shared_services shared, lifecycle_deadlines deadlines) {
    return std::shared_ptr<generation>(new generation(std::move(listed), std::move(config), number, shared, deadlines));
}

failure generation::failed(step where, std::int32_t status, const std::string& text) const {
    return {where, manifest_.id + ": " + (text.empty() ? status_text(status) : text)};
}

failure generation::lingers(failure why) noexcept {
    state_ = generation_state::lingering;
    return why;
}

failure generation::cannot_end(failure why) noexcept {
    endable_ = false;
    return lingers(std::move(why));
}

// The task keeps the generation alive, because it may outlast the caller's patience.
bool generation::on_control(milliseconds deadline, std::function<void(generation&)> task) {
    return control_.run(deadline, [self = shared_from_this(), task = std::move(task)] { task(*self); });
}

result<void> generation::outcome_on_control(milliseconds deadline, failure overdue,
                                            std::function<result<void>(generation&)> task) {
    auto outcome = std::make_shared<result<void>>();
    const auto work = [outcome, task = std::move(task)](generation& self) { *outcome = task(self); };
    if (!on_control(deadline, work)) return lingers({overdue.where, manifest_.id + overdue.why});
    return *outcome;
}

result<void> generation::start(const log& steps) {
    auto outcome = open(steps);
    if (outcome) outcome = run_create(steps);
    if (outcome) outcome = run_start(steps);
    if (outcome || state_ == generation_state::lingering || !library_) return outcome;
    if (const auto ended = end(steps); !ended) spdlog::warn("after a failed start: {}", ended.error().text());
    return outcome;
}

result<void> generation::open(const log& steps) {
    return outcome_on_control(deadlines_.start, {step::load, " did not load in time"},
                              [steps](generation& self) -> result<void> {
                                  self.threads_.begin();
                                  auto opened = plugin_library::open(self.manifest_, *steps);
                                  if (!opened) return opened.error();
                                  self.library_.emplace(std::move(*opened));
                                  self.staged_file_ = self.library_->staged().path();
                                  if (const char* build = self.library_->descriptor().build_id; build != nullptr)
                                      self.build_ = build;
                                  return self.check_extensions();
                              });
}

// The host has them all, but may not offer each to every instance.
result<void> generation::check_extensions() const {
    const auto* id = library_->descriptor().required_extensions;
    while (id != nullptr && *id != nullptr && services_.extension(*id) != nullptr) ++id;
    if (id == nullptr || *id == nullptr) return {};
    return failure{step::negotiate, manifest_.id + " needs the extension \"" + *id + "\", which is not offered here"};
}

result<void> generation::run_create(const log& steps) {
    steps->begin(step::create);
    return outcome_on_control(
        deadlines_.start, {step::create, in_time("create", deadlines_.start)}, [](generation& self) -> result<void> {
            const ccp_plugin_v1* made = nullptr;
            const auto& create = self.library_->descriptor().create;
            const auto status = guarded_call(self.services_, [&] { return create(&self.services_.table(), &made); });
            const auto text = self.services_.take_error();
            self.threads_.end();
            if (status != CCP_OK) return self.failed(step::create, status, text);
            const auto checked = check_instance(made);
            if (checked) self.plugin_ = made;  // one that cannot be trusted is not called, not even to end it
            return checked;
        });
}

result<void> generation::run_start(const log& steps) {
    steps->begin(step::start);
    const auto deadline = deadlines_.start + deadlines_.grace;
    auto outcome = outcome_on_control(deadline, {step::start, in_time("start", deadline)}, [](generation& self) {
        const auto status = guarded_call(self.services_, [&] {
            return self.plugin_->start(self.plugin_->self, &self.registry_.table(), deadline_after(self.deadlines_.start));
        });
        auto taken = self.take_registrations(status);
        self.threads_.end();
        return taken;
    });
    if (!outcome) return outcome;
    routes_ = std::make_unique<const route_table>(registry_.handlers());
    state_ = generation_state::running;
    return {};
}

result<void> generation::take_registrations(std::int32_t status) {
    const auto text = services_.take_error();
    if (status != CCP_OK) return failed(step::start, status, text);
    if (const auto registered = registry_.complete(); !registered) return registered.error().within(manifest_.id);
    result<const ccp_ext_tasks_v1*> offered = nullptr;
    const auto asked = guarded_call(services_, [&] {
        offered = check_tasks(*plugin_, manifest_);
        return CCP_OK;
    });
    if (asked != CCP_OK) return failed(step::start, asked, services_.take_error());
    if (!offered) return offered.error();
    tasks_ = *offered;
    return {};
}

health_report generation::health() const {
    health_report report;
    text_sink detail;
    const auto status = guarded_call(
        services_, [&] { return plugin_->health(plugin_->self, deadline_after(deadlines_.health), &detail.table()); });
    report.detail = detail.take();
    report.up = status == CCP_OK;
    const auto text = services_.take_error();
    if (!report.up && report.detail.empty()) report.detail = text.empty() ? status_text(status) : text;
    return report;
}

result<void> generation::prove_health(const log& steps) {
    steps->begin(step::health);
    const auto deadline = deadlines_.health + deadlines_.grace;
    return outcome_on_control(deadline, {step::health, in_time("health", deadline)}, [](generation& self) -> result<void> {
        const auto report = self.health();
        if (report.up) return {};
        return failure{step::health, self.manifest_.id + " is not healthy: " + report.detail};
    });
}

result<void> generation::configure(config_snapshot next, const log& steps) {
    steps->begin(step::configure);
    const auto before = services_.config().snapshot();
    services_.config().offer(std::move(next));
    auto status = std::make_shared<std::pair<std::int32_t, std::string>>(CCP_E_TIMEOUT, "");
    const bool returned = on_control(deadlines_.start, [status](generation& self) {
        status->first = guarded_call(self.services_, [&] { return self.plugin_->configure(self.plugin_->self); });
        status->second = self.services_.take_error();
    });
    if (!returned) return failure{step::configure, manifest_.id + in_time("configure", deadlines_.start)};
    if (status->first == CCP_OK) return {};
    services_.config().offer(before);
    return failed(step::configure, status->first, status->second);
}

result<void> generation::tell_predecessor_gone(const log& steps) {
    if (!CCP_HAS(ccp_plugin_v1, plugin_, predecessor_gone) || plugin_->predecessor_gone == nullptr) return {};
    steps->begin(step::settle);
    auto outcome = std::make_shared<result<void>>();
    const bool returned = on_control(deadlines_.start + deadlines_.grace, [outcome](generation& self) {
        const auto status = guarded_call(self.services_, [&] {
            return self.plugin_->predecessor_gone(self.plugin_->self, deadline_after(self.deadlines_.start));
        });
        const auto text = self.services_.take_error();
        if (status != CCP_OK) *outcome = self.failed(step::settle, status, text);
    });
    if (!returned) return failure{step::settle, manifest_.id + in_time("predecessor_gone", deadlines_.start)};
    return *outcome;
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

result<void> generation::retire(milliseconds drain, const log& steps) {
    steps->begin(step::drain);
    state_ = generation_state::draining;
    steps->note(std::to_string(in_flight()) + " in flight");
    auto drained = outcome_on_control(
        deadlines_.stop, {step::drain, in_time("drain", deadlines_.stop)}, [](generation& self) -> result<void> {
            const auto status = guarded_call(self.services_, [&] { return self.plugin_->drain(self.plugin_->self); });
            const auto text = self.services_.take_error();
            if (status != CCP_OK) return self.failed(step::drain, status, text);
            return {};
        });
    if (state_ == generation_state::lingering) return drained;
    if (!drained) spdlog::warn("{}", drained.error().text());
    if (!wait_idle(drain)) {
        services_.requests().cancel_all();
        if (!wait_idle(deadlines_.grace)) {
            return lingers({step::drain, manifest_.id + " still has " + std::to_string(in_flight()) + " calls in flight"});
        }
    }
    return end(steps);
}

result<void> generation::end(const log& steps) {
    const auto deadline = deadlines_.stop + deadlines_.grace;
    if (!endable_ || in_flight() != 0 || control_.stuck()) return failure{step::stop, manifest_.id + " has not come to rest"};
    return outcome_on_control(deadline, {step::stop, in_time("stop", deadline)}, [steps](generation& self) {
        auto outcome = self.stop_instance(*steps);
        if (outcome) outcome = self.destroy_instance(*steps);
        return outcome ? self.unload(*steps) : outcome;
    });
}

result<void> generation::stop_instance(step_log& steps) {
    if (plugin_ == nullptr) return {};
    steps.begin(step::stop);
    const auto status = guarded_call(services_, [&] { return plugin_->stop(plugin_->self, deadline_after(deadlines_.stop)); });
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
    const auto left = threads_.alive(thread_patience);
    if (left.empty()) return {};
    return lingers({step::destroy, manifest_.id + " keeps " + std::to_string(left.size()) + " of its threads alive"});
}

result<void> generation::unload(step_log& steps) {
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
    if (state_ != generation_state::unloaded) return std::nullopt;
    return library_->take_staged();
}

}  // namespace ccphost
