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

std::int64_t deadline_after(milliseconds span) {
    return mono_now_ns() + std::chrono::nanoseconds(span).count();
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

failure generation::overran(step where, const char* function, milliseconds deadline) const {
    return {where, manifest_.id + " did not return from " + function + " within " + std::to_string(deadline.count()) + " ms"};
}

failure generation::still_busy(step where) const {
    return {where, manifest_.id + " has not returned from an earlier call"};
}

// A task that overran may come to its end at this very moment.
failure generation::lingers(failure why) noexcept {
    auto now = state_.load();
    while (now != generation_state::unloaded && now != generation_state::pinned &&
           !state_.compare_exchange_weak(now, generation_state::lingering)) {
    }
    return why;
}

// The task keeps the generation alive, because it may outlast the caller's patience.
bool generation::on_control(milliseconds deadline, std::function<void(generation&)> task) {
    return control_.run(deadline, [self = shared_from_this(), task = std::move(task)] { task(*self); });
}

result<void> generation::outcome_on_control(milliseconds deadline, failure overdue,
                                            std::function<result<void>(generation&)> task) {
    if (control_.stuck()) return lingers(still_busy(overdue.where));
    auto outcome = std::make_shared<result<void>>();
    const auto work = [outcome, task = std::move(task)](generation& self) { *outcome = task(self); };
    if (!on_control(deadline, work)) return lingers(std::move(overdue));
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
    return outcome_on_control(deadlines_.start, {step::load, manifest_.id + " did not load in time"},
                              [steps](generation& self) -> result<void> {
                                  self.threads_.begin();
                                  auto opened = plugin_library::open(self.manifest_, *steps);
                                  if (!opened) return opened.error();
                                  self.library_.emplace(std::move(*opened));
                                  self.note_opened();
                                  return self.check_extensions();
                              });
}

// Read by others while the control thread may still be late with it.
void generation::note_opened() {
    const std::lock_guard lock(mutex_);
    staged_file_ = library_->staged().path();
    if (const char* build = library_->descriptor().build_id; build != nullptr) build_ = build;
}

std::string generation::build() const {
    const std::lock_guard lock(mutex_);
    return build_;
}

std::filesystem::path generation::staged_file() const {
    const std::lock_guard lock(mutex_);
    return staged_file_;
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
        deadlines_.start, overran(step::create, "create", deadlines_.start), [](generation& self) -> result<void> {
            const ccp_plugin_v1* made = nullptr;
            const auto& create = self.library_->descriptor().create;
            const auto status = guarded_call(self.services_, [&] { return create(&self.services_.table(), &made); });
            const auto text = self.services_.take_error();
            self.threads_.end();
            if (status != CCP_OK) return self.failed(step::create, status, text);
            auto checked = check_instance(made);
            if (checked) self.plugin_ = made;  // one that cannot be trusted is not called, not even to end it
            return checked;
        });
}

result<void> generation::run_start(const log& steps) {
    steps->begin(step::start);
    const auto deadline = deadlines_.start + deadlines_.grace;
    auto outcome = outcome_on_control(deadline, overran(step::start, "start", deadline), [](generation& self) {
        const auto status = guarded_call(self.services_, [&] {
            return self.plugin_->start(self.plugin_->self, &self.registry_.table(), deadline_after(self.deadlines_.start));
        });
        self.started_ = status == CCP_OK;
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
    result<void> taken;
    const auto asked = guarded_call(services_, [&] {
        taken = take_extensions();
        return CCP_OK;
    });
    if (asked != CCP_OK) return failed(step::start, asked, services_.take_error());
    return taken;
}

result<void> generation::take_extensions() {
    const auto tasks = check_tasks(*plugin_, manifest_);
    if (!tasks) return tasks.error();
    tasks_ = *tasks;
    const auto console = check_console(*plugin_);
    if (!console) return console.error();
    if (*console == nullptr) return {};
    auto offer = read_console(**console);
    if (!offer) return offer.error().within(manifest_.id);
    console_ = std::move(*offer);
    return {};
}

result<const ccp_ext_transfer_v1*> generation::transfer() const {
    result<const ccp_ext_transfer_v1*> offered = nullptr;
    const auto asked = guarded_call(services_, [&] {
        offered = check_transfer(*plugin_);
        return CCP_OK;
    });
    if (asked != CCP_OK) return failed(step::transfer, asked, services_.take_error());
    if (offered && *offered == nullptr) return failure{step::transfer, manifest_.id + " does not offer " CCP_EXT_TRANSFER};
    return offered;
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
    return outcome_on_control(deadline, overran(step::health, "health", deadline), [](generation& self) -> result<void> {
        const auto report = self.health();
        if (report.up) return {};
        return failure{step::health, self.manifest_.id + " is not healthy: " + report.detail};
    });
}

// What is offered changes on the control thread, so that it changes back even where the plugin answers too late.
result<configured> generation::configure(const config_snapshot& next, const log& steps) {
    steps->begin(step::configure);
    if (plugin_->configure == nullptr) return configured::after_reload;
    if (control_.stuck()) return still_busy(step::configure);
    auto status = std::make_shared<std::pair<std::int32_t, std::string>>(CCP_E_TIMEOUT, "");
    const bool returned = on_control(deadlines_.start, [status, next](generation& self) {
        auto& offered = self.services_.config();
        const auto before = offered.snapshot();
        offered.offer(next);
        const auto answer = guarded_call(self.services_, [&] { return self.plugin_->configure(self.plugin_->self); });
        if (answer != CCP_OK) offered.offer(before);
        *status = {answer, self.services_.take_error()};
    });
    if (!returned) return overran(step::configure, "configure", deadlines_.start);
    if (status->first == CCP_OK) return configured::at_once;
    if (status->first == CCP_E_UNSUPPORTED) return configured::after_reload;
    return failed(step::configure, status->first, status->second);
}

result<void> generation::tell_predecessor_gone(const log& steps) {
    if (!CCP_HAS(ccp_plugin_v1, plugin_, predecessor_gone) || plugin_->predecessor_gone == nullptr) return {};
    steps->begin(step::settle);
    if (control_.stuck()) return still_busy(step::settle);
    auto outcome = std::make_shared<result<void>>();
    const bool returned = on_control(deadlines_.start + deadlines_.grace, [outcome](generation& self) {
        const auto status = guarded_call(self.services_, [&] {
            return self.plugin_->predecessor_gone(self.plugin_->self, deadline_after(self.deadlines_.start));
        });
        const auto text = self.services_.take_error();
        if (status != CCP_OK) *outcome = self.failed(step::settle, status, text);
    });
    if (!returned) return overran(step::settle, "predecessor_gone", deadlines_.start);
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

}  // namespace ccphost
