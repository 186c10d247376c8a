// SPDX-License-Identifier: BSL-1.0
#include "task_runner.hpp"

#include "c_text.hpp"
#include "guarded_call.hpp"
#include "one_line.hpp"
#include "text_sink.hpp"

#include <spdlog/spdlog.h>

namespace ccphost {

std::string_view task_outcome(std::int32_t status) noexcept {
    switch (status) {
        case CCP_OK:
            return "ok";
        case CCP_E_BUSY:
            return "busy";
        case CCP_E_TIMEOUT:
            return "timeout";
        case CCP_E_UNAVAILABLE:
            return "unavailable";
        case CCP_E_NOT_FOUND:
            return "unknown";
        default:
            return "failed";
    }
}

task_runner::task_runner(const plugin_set& plugins, task_board& board, metrics& counters, std::chrono::milliseconds deadline)
    : plugins_(plugins), board_(board), counters_(counters), deadline_(deadline) {}

task_result task_runner::run(const task_id& id) const {
    const auto begun = std::chrono::system_clock::now();
    task_result result{CCP_E_UNAVAILABLE, {}, id.plugin + " is not running"};
    if (const auto pinned = plugins_.find(id.plugin)) result = call(**pinned, id);
    const auto outcome = task_outcome(result.status);
    if (result.status != CCP_E_BUSY) board_.ended(id, begun, std::string(outcome));
    count(id, outcome);
    if (result.status == CCP_OK) {
        spdlog::info("{}: task {}: {}", id.plugin, id.name, one_line(result.report));
    } else {
        spdlog::warn("{}: task {} failed: {}", id.plugin, id.name, result.error);
    }
    return result;
}

task_result task_runner::call(generation& in, const task_id& id) const {
    const auto* tasks = in.tasks();
    if (tasks == nullptr) return {CCP_E_NOT_FOUND, {}, id.plugin + " has no tasks"};
    text_sink report;
    const auto deadline = mono_now_ns() + std::chrono::nanoseconds(deadline_).count();
    const auto status =
        guarded_call(in.services(), [&] { return tasks->run(tasks->ctx, to_c(id.name), deadline, &report.table()); });
    auto error = in.services().take_error();
    if (status == CCP_OK) {
        in.calls().succeeded();
        return {status, report.take(), {}};
    }
    if (error.empty()) error = status_text(status);
    if (status != CCP_E_BUSY) in.calls().failed("task " + id.name + ": " + error);
    return {status, report.take(), std::move(error)};
}

void task_runner::count(const task_id& id, std::string_view outcome) const {
    std::uint32_t series = 0;
    const metrics::labels labels{{"plugin", id.plugin}, {"task", id.name}, {"outcome", std::string(outcome)}};
    counters_.define(CCP_METRIC_COUNTER, "ccp_host_task_runs_total", "Runs of plugins' tasks, by outcome.", labels, series);
    counters_.update(series, 1);
}

}  // namespace ccphost
