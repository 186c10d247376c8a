// SPDX-License-Identifier: BSL-1.0
#include "reloader.hpp"

#include <spdlog/spdlog.h>

#include <set>

namespace ccphost {
namespace {

constexpr std::size_t most_lingering = 3;  // each holds threads, database sessions and memory

generation_mark mark_of(const generation& one) {
    return {one.number(), one.listed().version, one.build()};
}

// Whether what was given is at fault, rather than that it did not work out.
bool is_refusal(step where) {
    static const std::set<step> checks{step::manifest,  step::stage,  step::checksum, step::load,
                                       step::negotiate, step::config, step::unload};
    return checks.contains(where);
}

result<void> check_id(const manifest& listed, const std::string& plugin) {
    if (listed.id == plugin) return {};
    return failure{step::manifest, "the manifest is that of " + listed.id + ", not of " + plugin};
}

std::unique_ptr<const former_build> former_of(generation& old, const plugin_source& source) {
    auto library = old.take_staged();
    if (!library) return nullptr;
    auto listed = old.listed();
    listed.library = library->path();
    return std::make_unique<const former_build>(former_build{source, std::move(listed), std::move(*library)});
}

}  // namespace

std::unique_lock<std::mutex> reloader::turn(when_busy busy) {
    if (busy == when_busy::wait) return std::unique_lock(one_at_a_time_);
    return {one_at_a_time_, std::try_to_lock};
}

operation_report reloader::carry_out(plugin_operation what, const operation_order& order, const work& does) {
    operation_report report{.what = what, .plugin = order.plugin.value_or(""), .actor = order.actor};
    const auto only = turn(order.busy);
    if (!only) {
        report.outcome = operation_outcome::busy;
        report.message = "another operation on plugins is in progress";
        return report;
    }
    if (closed_) {
        report.outcome = operation_outcome::refused;
        report.message = "the host is stopping";
        return report;
    }
    run with{report, std::make_shared<step_log>(), order.drain.value_or(plugins_.deadlines().drain)};
    const auto begun = step_log::clock::now();
    result<void> outcome;
    try {
        outcome = does(with);
    } catch (const std::exception& error) {
        outcome = failure{step::command, error.what()};
    }
    with.steps->end();
    report.took = std::chrono::duration_cast<std::chrono::microseconds>(step_log::clock::now() - begun);
    report.steps = with.steps->records();
    conclude(report, outcome);
    history_.add(report);
    count(report);
    return report;
}

void reloader::conclude(operation_report& report, const result<void>& outcome) const {
    if (!outcome) {
        report.outcome = is_refusal(outcome.error().where) ? operation_outcome::refused : operation_outcome::failed;
        if (report.to) report.outcome = operation_outcome::lingering;  // something went wrong after the switch
        report.message = outcome.error().text();
        if (report.from && !report.to)
            report.message += "; generation " + std::to_string(report.from->number) + " keeps serving";
    }
    const bool well = report.outcome == operation_outcome::done || report.outcome == operation_outcome::deferred;
    const auto level = well ? spdlog::level::info : spdlog::level::warn;
    spdlog::log(level, "{}", one_line(report));
}

void reloader::count(const operation_report& report) {
    if (!report.from && !report.to) return;  // an id that somebody made up names no series
    std::uint32_t series = 0;
    const metrics::labels labels{{"plugin", report.plugin},
                                 {"operation", std::string(name_of(report.what))},
                                 {"outcome", std::string(name_of(report.outcome))}};
    counters_.define(CCP_METRIC_COUNTER, "ccp_host_plugin_operations_total", "Operations on plugins, by outcome.", labels,
                     series);
    counters_.update(series, 1);
}

result<std::shared_ptr<plugin_slot>> reloader::slot_of(const operation_order& order, operation_report& report) const {
    auto slot = plugins_.slot(order.plugin);
    if (slot == nullptr) {
        return failure{step::command, order.plugin ? "no plugin \"" + *order.plugin + "\" is loaded"
                                                   : "say which plugin: not exactly one is loaded"};
    }
    const auto serving = slot->serving.acquire();
    report.plugin = (*serving)->listed().id;
    report.from = mark_of(**serving);
    return slot;
}

operation_report reloader::reload(const operation_order& order, const source_changes& changes) {
    return carry_out(plugin_operation::reload, order, [&](run& with) -> result<void> {
        const auto slot = slot_of(order, with.report);
        if (!slot) return slot.error();
        auto source = applied((*slot)->source, changes);
        with.steps->begin(step::manifest);
        auto listed = prepare(source);
        if (!listed) return listed.error();
        auto replaced = replace(*slot, std::move(*listed), (*slot)->config(), with);
        if (replaced) (*slot)->source = std::move(source);
        return replaced;
    });
}

// A configuration that came with a later build may not fit the former one; then it gets the one it had.
operation_report reloader::rollback(const operation_order& order) {
    return carry_out(plugin_operation::rollback, order, [&](run& with) -> result<void> {
        const auto slot = slot_of(order, with.report);
        if (!slot) return slot.error();
        const auto former = (*slot)->former.get();
        with.steps->begin(step::manifest);
        if (former == nullptr)
            return failure{step::manifest, "there is no former build of " + with.report.plugin + " to go back to"};
        auto source = (*slot)->source;
        auto number = (*slot)->config_number;
        auto listed = fit_to_source(former->listed, source);
        if (!listed) {
            source.config = former->source.config;
            source.task_intervals = former->source.task_intervals;
            ++number;
            listed = fit_to_source(former->listed, source);
            with.steps->note("with the configuration that it had");
        }
        if (!listed) return listed.error();
        auto replaced = replace(*slot, std::move(*listed), snapshot_of(source, number), with);
        if (!replaced) return replaced;
        (*slot)->source = std::move(source);
        (*slot)->config_number = number;
        return replaced;
    });
}

result<void> reloader::replace(const std::shared_ptr<plugin_slot>& slot, manifest listed, config_snapshot config, run& with) {
    if (auto same = check_id(listed, with.report.plugin); !same) return same;
    if (auto free = plugins_.check_conflicts(listed, slot.get()); !free) return free;
    const auto next = bring_up(std::move(listed), std::move(config), with);
    if (!next) return next.error();
    auto mark = mark_of(**next);
    with.steps->begin(step::switch_over);
    const auto old = plugins_.publish(slot, *next);
    with.report.to = std::move(mark);
    take_down(old, with);
    slot->former = former_of(*old, slot->source);
    slot->owes_settling = true;
    if (old->state() == generation_state::lingering) slot->not_ended.insert(old->number());
    settle(*slot, with.steps);
    return {};
}

result<std::shared_ptr<generation>> reloader::bring_up(manifest listed, config_snapshot config, run& with) {
    if (const auto many = plugins_.left().lingering(); many >= most_lingering) {
        return failure{step::load, std::to_string(many) + " generations linger already; restart the host"};
    }
    auto next = plugins_.next_generation(std::move(listed), std::move(config));
    auto outcome = next->start(with.steps);
    if (outcome) {
        outcome = next->prove_health(with.steps);
        if (!outcome) static_cast<void>(next->end(with.steps));  // what it leaves behind is kept below
    }
    plugins_.left().keep_if_left(next);
    if (outcome) return next;
    auto why = outcome.error();
    if (next->state() == generation_state::lingering || next->state() == generation_state::pinned) {
        why.why += "; generation " + std::to_string(next->number()) + " is " + std::string(name_of(next->state()));
    }
    return why;
}

void reloader::take_down(const std::shared_ptr<generation>& old, run& with) {
    const auto retired = old->retire(with.drain, with.steps, &closed_);
    plugins_.left().keep_if_left(old);
    if (retired) return;
    with.report.outcome = operation_outcome::lingering;
    with.report.message =
        retired.error().text() + "; generation " + std::to_string(old->number()) + " is " + std::string(name_of(old->state()));
}

// Tells what serves, once, when nothing that was replaced here may still run. It is no failure of the operation.
void reloader::settle(plugin_slot& slot, const generation::log& steps) {
    const auto serving = slot.serving.acquire();
    if (!serving || !slot.owes_settling || !slot.not_ended.empty()) return;
    slot.owes_settling = false;
    const auto told = (*serving)->tell_predecessor_gone(steps);
    if (told) return;
    steps->note(told.error().why);
    spdlog::warn("{}", told.error().text());
}

operation_report reloader::configure(const operation_order& order, const source_changes& changes) {
    return carry_out(plugin_operation::configure, order, [&](run& with) -> result<void> {
        const auto slot = slot_of(order, with.report);
        if (!slot) return slot.error();
        return take_over(**slot, changes, with);
    });
}

// A configuration alone goes to the instance that serves, if its manifest describes it. All else is held against the manifest
// that the next reload will load, and waits for that.
result<void> reloader::take_over(plugin_slot& slot, const source_changes& changes, run& with) {
    auto source = applied(slot.source, changes);
    const auto serving = slot.serving.acquire();
    const bool alone = changes.config && !changes.manifest && !changes.library && !changes.task_intervals;
    bool later = changes.config.has_value();
    with.steps->begin(step::config);
    if (alone && fit_to_source((*serving)->listed(), source)) {
        const auto taken = (*serving)->configure(snapshot_of(source, slot.config_number + 1), with.steps);
        if (!taken) return taken.error();
        later = *taken == configured::after_reload;
    } else if (const auto fits = prepare(source); !fits) {
        return fits.error();
    } else if (auto same = check_id(*fits, with.report.plugin); !same) {
        return same;
    }
    if (later) with.report.outcome = operation_outcome::deferred;
    if (changes.config) ++slot.config_number;
    slot.source = std::move(source);
    return {};
}

operation_report reloader::load(const plugin_source& source, const operation_order& order) {
    return carry_out(plugin_operation::load, order, [&](run& with) -> result<void> {
        with.steps->begin(step::manifest);
        auto listed = prepare(source);
        if (!listed) return listed.error();
        with.report.plugin = listed->id;
        if (auto free = plugins_.check_conflicts(*listed, nullptr); !free) return free;
        auto slot = std::make_shared<plugin_slot>();
        slot->source = source;
        const auto next = bring_up(std::move(*listed), slot->config(), with);
        if (!next) return next.error();
        with.steps->begin(step::switch_over);
        static_cast<void>(plugins_.publish(slot, *next));
        with.report.to = mark_of(**next);
        return {};
    });
}

operation_report reloader::unload(const operation_order& order, bool force) {
    return carry_out(plugin_operation::unload, order, [&](run& with) -> result<void> {
        const auto slot = slot_of(order, with.report);
        if (!slot) return slot.error();
        if (!force && (*slot)->serving.acquire().value()->identity_hook()) {
            return failure{
                step::unload,
                with.report.plugin + " brings the identity hook: without it no interaction is resolved; --force does it"};
        }
        with.steps->begin(step::switch_over);
        take_down(plugins_.withdraw(*slot), with);
        return {};
    });
}

std::optional<std::vector<plugin_origin>> reloader::origins(when_busy busy) {
    const auto only = turn(busy);
    if (!only) return std::nullopt;
    std::vector<plugin_origin> found;
    for (const auto& slot : plugins_.slots()) {
        const auto serving = slot->serving.acquire();
        if (serving) found.push_back({(*serving)->listed().id, slot->source.manifest, slot->source.watch});
    }
    return found;
}

void reloader::close() {
    closed_ = true;
    const std::lock_guard only(one_at_a_time_);
}

void reloader::end_lingering() {
    const std::unique_lock only(one_at_a_time_, std::try_to_lock);
    if (!only || closed_) return;
    for (const auto& gone : plugins_.left().try_again()) {
        const auto& id = gone->listed().id;
        spdlog::info("{}: generation {} is gone at last", id, gone->number());
        const auto slot = plugins_.slot(id);
        if (slot == nullptr || slot->not_ended.erase(gone->number()) == 0) continue;
        settle(*slot, std::make_shared<step_log>());
    }
}

}  // namespace ccphost
