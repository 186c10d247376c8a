// SPDX-License-Identifier: BSL-1.0
#include "serve.hpp"

#include "control/control_server.hpp"
#include "http/http_server.hpp"
#include "loader/task_timer.hpp"
#include "plugin_runtime.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>

namespace ccphost {
namespace {

constexpr std::chrono::milliseconds finish_time{10'000};  // for requests and tasks in flight
constexpr std::chrono::milliseconds plugin_drain{2'000};  // at least, after the server gave up on requests
constexpr std::chrono::milliseconds task_time{60'000};

// Blocked in every thread that is started later, and taken by wait() alone.
class stop_signals {
public:
    stop_signals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGTERM);
        sigaddset(&set_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    void wait() const {
        int number = 0;
        sigwait(&set_, &number);
        spdlog::info("stopping on {}", number == SIGINT ? "SIGINT" : "SIGTERM");
    }

private:
    sigset_t set_{};
};

std::string address_text(const std::string& address, std::uint16_t port) {
    const bool six = address.find(':') != std::string::npos;
    return "http://" + (six ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

[[noreturn]] void leave_telling(const failure& why) {
    std::fprintf(stderr, "ccp-host: %s\n", why.text().c_str());
    leave_at_once(1);
}

// Does not return when plugin code may still be running: whatever waits for it would wait for ever, and destructors would pull
// the ground from under it. What is told then is `reason`, if there is one, or else the plugin's failure.
void retire_or_leave(plugin_set& plugins, std::chrono::milliseconds drain, const failure* reason = nullptr) {
    const auto retired = plugins.retire_all(drain);
    if (retired) return;
    const bool still_running = retired.error().where != step::unload;
    if (!still_running || reason != nullptr) spdlog::warn("{}", retired.error().text());
    if (still_running) leave_telling(reason != nullptr ? *reason : retired.error());
}

// The plugins come down, and the reason stays.
failure stopped(plugin_runtime& runtime, const failure& why) {
    retire_or_leave(runtime.plugins, plugin_drain, &why);
    return why;
}

void put_tasks_on(task_board& board, const plugin_set& plugins) {
    for (const auto& slot : plugins.slots()) {
        const auto pinned = slot.acquire();
        if (!pinned) continue;
        const auto& listed = (*pinned)->listed();
        for (const auto& task : listed.tasks) board.add(listed.id, task, task_board::clock::now());
    }
}

// How long plugins may still take when the host has been stopping since `begun`.
std::chrono::milliseconds drain_time(std::chrono::steady_clock::time_point begun) {
    const auto left = begun + finish_time - std::chrono::steady_clock::now();
    return std::max(plugin_drain, std::chrono::duration_cast<std::chrono::milliseconds>(left));
}

}  // namespace

result<void> serve(const host_config& config) {
    const stop_signals signals;
    plugin_runtime runtime(subscribers::possible);
    if (auto started = runtime.plugins.start_all(config.plugins); !started) {
        if (!runtime.control.stuck()) return started;
        leave_telling(started.error());
    }
    token_store tokens(config.token_lifetime);
    std::unique_ptr<rate_limiter> rate;
    if (config.requests_per_minute) rate = std::make_unique<rate_limiter>(*config.requests_per_minute);
    dispatcher to(runtime.plugins, config.known, tokens, rate.get(), config.limits);
    http_server server(to, config.limits, runtime.counters, runtime.hub);
    const auto port = server.listen(config.address, config.port);
    if (!port) return stopped(runtime, port.error());
    const auto address = address_text(config.address, *port);
    task_board board;
    put_tasks_on(board, runtime.plugins);
    const task_runner runner(runtime.plugins, board, runtime.counters, task_time);
    const command_table commands({CCP_HOST_VERSION, address, std::chrono::steady_clock::now(), runtime.plugins,
                                  runtime.counters, runtime.events, board, runner});
    std::unique_ptr<control_server> control;
    if (config.control) {
        auto started = control_server::start(*config.control, commands);
        if (!started) {
            server.stop(std::chrono::milliseconds(0));
            return stopped(runtime, started.error());
        }
        control = std::move(*started);
    }
    task_timer timer(board, runner);
    std::printf("listening on %s\n", address.c_str());
    std::fflush(stdout);

    signals.wait();
    const auto begun = std::chrono::steady_clock::now();
    timer.stop();
    if (!server.stop(finish_time)) spdlog::warn("requests were still under way after {} ms", finish_time.count());
    retire_or_leave(runtime.plugins, drain_time(begun));
    control.reset();  // after the plugins' tasks have ended: a command may be waiting for one
    to.join();
    return {};
}

}  // namespace ccphost
