// SPDX-License-Identifier: BSL-1.0
#include "replay_command.hpp"

#include "plugin_runtime.hpp"

#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>

namespace ccphost {
namespace {

constexpr std::chrono::milliseconds plugin_drain{2'000};

std::atomic<bool> stopping = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

void stop_replay(int) {
    stopping = true;
}

}  // namespace

result<void> run_replay(const host_config& config, const replay_options& options) {
    std::signal(SIGINT, stop_replay);
    std::signal(SIGTERM, stop_replay);
    plugin_runtime runtime(subscribers::none, config.lifecycle);
    result<void> done = runtime.plugins.start_all(config.plugins);
    if (done && !runtime.plugins.identity()) done = failure{step::replay, "no configured plugin brings the identity hook"};
    if (done) {
        const auto outcome = replay(runtime.plugins, options, stopping);
        if (outcome) {
            std::fputs(outcome->tally.summary(outcome->duration, outcome->interrupted).c_str(), stderr);
            if (outcome->interrupted) done = failure{step::replay, "stopped by a signal"};
        } else {
            done = outcome.error();
        }
    }
    const auto retired = runtime.plugins.retire_all(plugin_drain);
    if (!retired) spdlog::warn("{}", retired.error().text());
    if (runtime.plugins.left().lingering() != 0) {
        const auto& told = done ? retired : done;
        std::fprintf(stderr, "ccp-host: %s\n", told ? "plugin code is still running" : told.error().text().c_str());
        leave_at_once(1);
    }
    return done;
}

}  // namespace ccphost
