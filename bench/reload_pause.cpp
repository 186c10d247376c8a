// SPDX-License-Identifier: BSL-1.0
// What a caller notices of a reload: eight callers at a measured pace, half of them clients of the HTTP API, half channels of
// the identity hook, and a reload now and then. The peer of each row is the same call while no reload is under way.
#include "callers.hpp"
#include "loader/memory_arenas.hpp"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace ccphost::test;
using namespace std::chrono_literals;
using ccphost::latency_histogram;

constexpr int callers_of_a_kind = 4;
constexpr auto between_calls = 4ms;
constexpr auto between_reloads = 300ms;

double milliseconds(std::chrono::nanoseconds span) {
    return static_cast<double>(span.count()) / 1e6;
}

void print_row(const char* what, const latency_histogram& of) {
    std::printf("%-34s %9llu  %8.3f  %8.3f  %8.3f  %8.3f\n", what, static_cast<unsigned long long>(of.count()),
                milliseconds(of.percentile(0.5)), milliseconds(of.percentile(0.99)), milliseconds(of.percentile(0.999)),
                milliseconds(of.percentile(1)));
}

void add(call_latencies& to, const call_latencies& from) {
    to.during_reload.add(from.during_reload);
    to.otherwise.add(from.otherwise);
}

// All callers of a kind together.
struct kind {
    template <class Callers>
    kind(const char* name, const Callers& callers) : name_(name) {
        for (const auto& each : callers) {
            add(reads_, each.findings().reads);
            add(writes_, each.findings().writes);
            faults += each.findings().fault_count;
        }
    }
    void print() const {
        print_row((name_ + " reads, a reload under way").c_str(), reads_.during_reload);
        print_row((name_ + " reads, none").c_str(), reads_.otherwise);
        print_row((name_ + " writes, a reload under way").c_str(), writes_.during_reload);
        print_row((name_ + " writes, none").c_str(), writes_.otherwise);
    }

    std::uint64_t faults = 0;

private:
    std::string name_;
    call_latencies reads_;
    call_latencies writes_;
};

}  // namespace

int main(int argc, char** argv) {
    const int reloads = argc > 1 ? std::atoi(argv[1]) : 100;
    spdlog::set_level(spdlog::level::warn);
    ccphost::limit_memory_arenas();
    churn_host host;
    std::deque<http_caller> clients;
    std::deque<hook_caller> channels;
    for (int i = 0; i < callers_of_a_kind; ++i) {
        clients.emplace_back(host, i);
        channels.emplace_back(host, i);
    }
    std::atomic<bool> stopping = false;
    std::vector<std::thread> threads;
    for (auto& each : clients) threads.emplace_back([&] { each.run(stopping, between_calls); });
    for (auto& each : channels) threads.emplace_back([&] { each.run(stopping, between_calls); });
    latency_histogram switches;
    for (int i = 0; i < reloads; ++i) {
        std::this_thread::sleep_for(between_reloads);
        for (const auto& step : host.reload().steps) {
            if (step.which == ccphost::step::switch_over) switches.add(step.took);
        }
    }
    stopping = true;
    for (auto& each : threads) each.join();

    latency_histogram waits;
    for (const auto& each : channels) waits.add(each.pin_waits());
    const kind http("HTTP", clients);
    const kind hook("hook", channels);
    const auto faults = http.faults + hook.faults;
    std::printf("%d reloads, %llu failed calls; times in ms\n%-34s %9s  %8s  %8s  %8s  %8s\n", reloads,
                static_cast<unsigned long long>(faults), "", "count", "p50", "p99", "p99.9", "longest");
    print_row("waiting for the plugin", waits);
    print_row("the switch itself", switches);
    hook.print();
    http.print();
    return faults == 0 ? 0 : 1;
}
