// SPDX-License-Identifier: BSL-1.0
#include "serve.hpp"

#include "http/http_server.hpp"
#include "operator_desk.hpp"
#include "plugin_runtime.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <functional>
#include <memory>

namespace ccphost {
namespace {

constexpr std::chrono::milliseconds finish_time{10'000};  // for requests and tasks in flight
constexpr std::chrono::milliseconds plugin_drain{2'000};  // at least, after the server gave up on requests

// Blocked in every thread that is started later, and taken by wait() alone.
class awaited_signals {
public:
    awaited_signals() {
        sigemptyset(&set_);
        for (const int number : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set_, number);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    // Until the host shall stop. @param hangup called for each SIGHUP
    void wait(const std::function<void()>& hangup) const {
        int number = 0;
        while (sigwait(&set_, &number), number == SIGHUP) hangup();
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
    const bool still_running = plugins.left().lingering() != 0;
    if (!retired && (!still_running || reason != nullptr)) spdlog::warn("{}", retired.error().text());
    if (!still_running) return;
    if (reason != nullptr) leave_telling(*reason);
    leave_telling(retired ? failure{step::stop, "code of a plugin that was replaced is still running"} : retired.error());
}

// The plugins come down, and the reason stays.
failure stopped(plugin_runtime& runtime, const failure& why) {
    retire_or_leave(runtime.plugins, plugin_drain, &why);
    return why;
}

// How long plugins may still take when the host has been stopping since `begun`.
std::chrono::milliseconds drain_time(std::chrono::steady_clock::time_point begun) {
    const auto left = begun + finish_time - std::chrono::steady_clock::now();
    return std::max(plugin_drain, std::chrono::duration_cast<std::chrono::milliseconds>(left));
}

// Null when the configuration wants none.
std::unique_ptr<admin_console> make_console(const host_config& config, const plugin_set& plugins) {
    if (!config.admin_console) return nullptr;
    const auto over = config.secure_cookies ? cookie_transport::tls_only : cookie_transport::any;
    return std::make_unique<admin_console>(plugins, config.known, config.token_lifetime, over);
}

}  // namespace

result<void> serve(const host_config& config) {
    const awaited_signals signals;
    plugin_runtime runtime(subscribers::possible, config.lifecycle);
    if (auto started = runtime.plugins.start_all(config.plugins); !started) {
        if (runtime.plugins.left().lingering() == 0) return started;
        leave_telling(started.error());
    }
    token_store tokens(config.token_lifetime);
    std::unique_ptr<rate_limiter> rate;
    if (config.requests_per_minute) rate = std::make_unique<rate_limiter>(*config.requests_per_minute);
    const auto console = make_console(config, runtime.plugins);
    dispatcher to(runtime.plugins, config.known, tokens, rate.get(), config.limits, console.get());
    http_server server(to, config.limits, runtime.counters, runtime.hub);
    const auto port = server.listen(config.address, config.port);
    if (!port) return stopped(runtime, port.error());
    const auto address = address_text(config.address, *port);
    operator_desk desk(config, runtime, address);
    if (config.control) {
        if (auto opened = desk.open(*config.control); !opened) {
            desk.stop_operations();
            server.stop(std::chrono::milliseconds(0));
            return stopped(runtime, opened.error());
        }
    }
    std::printf("listening on %s\n", address.c_str());
    std::fflush(stdout);

    signals.wait([&] { desk.hang_up(); });
    const auto begun = std::chrono::steady_clock::now();
    desk.stop_operations();
    if (!server.stop(finish_time)) spdlog::warn("requests were still under way after {} ms", finish_time.count());
    retire_or_leave(runtime.plugins, drain_time(begun));
    desk.close();  // after the plugins' tasks have ended: a command may be waiting for one
    to.join();
    return {};
}

}  // namespace ccphost
