// SPDX-License-Identifier: BSL-1.0
// Reload after reload, alternating two builds of the real plugin, while eight callers go on: four clients of the HTTP API and
// four channels of the identity hook. CCP_RELOADS says how many (50 unless given).
#include "callers.hpp"
#include "loader/memory_arenas.hpp"
#include "process_state.hpp"

#include <boost/test/unit_test.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <thread>

namespace {

using namespace ccphost::test;
using ccphost::operation_outcome;

constexpr int callers_of_a_kind = 4;
constexpr std::size_t window = 10;    // rounds of which the fewest is taken: files are opened for a moment now and then
constexpr std::size_t settling = 50;  // rounds in which memory may still grow

#ifdef EXTSRC_SANITIZED
constexpr bool sanitized = true;  // a sanitizer's runtime may keep libraries mapped, and memory
#else
constexpr bool sanitized = false;
#endif

std::size_t rounds() {
    const char* asked = std::getenv("CCP_RELOADS");
    return asked == nullptr ? 50 : static_cast<std::size_t>(std::stoul(asked));
}

// How long the load goes on before the first reload, so that the database's caches are as large as they get.
std::chrono::seconds warm_up() {
    const char* asked = std::getenv("CCP_WARM_UP_SECONDS");
    return std::chrono::seconds(asked == nullptr ? 1 : std::stol(asked));
}

// What the process held when a reload had ended.
struct sample {
    std::size_t threads;
    open_files files;
    std::size_t builds;
    std::size_t memory_kb;
};

sample sample_of(const churn_host& host, std::size_t threads) {
    return {thread_count_once(threads), count_open_files(host.database()), mapped_builds(), resident_kb()};
}

struct load {
    explicit load(const churn_host& host) {
        for (int i = 0; i < callers_of_a_kind; ++i) {
            clients.emplace_back(host, i);
            channels.emplace_back(host, i);
        }
        for (auto& each : clients) threads.emplace_back([&] { each.run(stopping, {}); });
        for (auto& each : channels) threads.emplace_back([&] { each.run(stopping, {}); });
    }
    void end() {
        stopping = true;
        for (auto& each : threads) each.join();
        threads.clear();
    }
    template <class Visit>
    void for_each(const Visit& visit) {
        for (auto& each : clients) visit(each);
        for (auto& each : channels) visit(each);
    }

    std::atomic<bool> stopping = false;
    std::deque<http_caller> clients;
    std::deque<hook_caller> channels;
    std::vector<std::thread> threads;
};

void check_report(const ccphost::operation_report& report) {
    const bool stays_mapped = sanitized && report.message.find("stays mapped") != std::string::npos;
    BOOST_TEST_REQUIRE((report.outcome == operation_outcome::done || stays_mapped), one_line(report));
}

template <class Of>
std::size_t fewest(std::vector<sample>::const_iterator begin, Of of) {
    const auto least = std::min_element(begin, begin + window, [&](const sample& a, const sample& b) { return of(a) < of(b); });
    return of(*least);
}

// Neither files nor database sessions become more from the first rounds to the last.
void check_files(const std::vector<sample>& samples) {
    if (samples.size() < 2 * window) return;
    const auto last = samples.end() - window;
    const auto others = [](const sample& each) { return each.files.others; };
    const auto of_database = [](const sample& each) { return each.files.of_database; };
    BOOST_TEST(fewest(samples.begin(), others) == fewest(last, others));
    // Readers are opened when they are needed, each with two files; a leak would be dozens.
    constexpr std::size_t of_readers = 2 * 4;
    BOOST_TEST(fewest(last, of_database) <= fewest(samples.begin(), of_database) + of_readers);
}

void report_memory(const std::vector<sample>& samples) {
    std::vector<double> settled;
    for (std::size_t i = std::min(settling, samples.size()); i < samples.size(); ++i)
        settled.push_back(static_cast<double>(samples[i].memory_kb));
    if (settled.size() < 2) {
        std::cout << "memory: " << samples.back().memory_kb << " kB; too few rounds for a slope\n";
        return;
    }
    std::cout << "memory: " << settled.front() << " kB after " << settling << " reloads, " << settled.back()
              << " kB at the end, " << slope(settled) << " kB a reload\n";
    // Half a page: one page for each reload would be a leak of the smallest thing there is.
    if (!sanitized && settled.size() >= 200) BOOST_TEST(slope(settled) < 2.0);
}

// By step; no more memory after thousands of reloads than after one.
using step_times = std::map<std::string, ccphost::latency_histogram>;

void add_steps(step_times& to, const ccphost::operation_report& report) {
    to["(all)"].add(report.took);
    for (const auto& each : report.steps) to[std::string(name_of(each.which))].add(each.took);
}

void report_latency(const char* what, const ccphost::latency_histogram& of) {
    std::cout << what << ": " << of.count();
    for (const double share : {0.5, 0.99, 0.999, 1.0})
        std::cout << ", p" << share * 100 << " " << static_cast<double>(of.percentile(share).count()) / 1e6 << " ms";
    std::cout << "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(churn)

BOOST_AUTO_TEST_CASE(no_call_fails_and_nothing_stays_behind) {
    spdlog::set_level(spdlog::level::warn);
    ccphost::limit_memory_arenas();
    churn_host host;
    load calls(host);
    std::this_thread::sleep_for(warm_up());
    std::vector<sample> samples;
    samples.reserve(rounds());
    step_times steps;
    std::size_t threads = 0;
    for (std::size_t i = 0; i < rounds(); ++i) {
        const auto report = host.reload();
        check_report(report);
        add_steps(steps, report);
        if (samples.empty()) threads = lasting_threads();
        samples.push_back(sample_of(host, threads));
    }
    calls.end();

    std::uint64_t count = 0;
    calls.for_each([&](auto& caller) {
        caller.check_nothing_lost();
        count += caller.findings().calls;
        BOOST_TEST(caller.findings().calls > 100U);
        BOOST_TEST(caller.findings().fault_count == 0U);
        for (const auto& fault : caller.findings().faults) BOOST_TEST_MESSAGE(fault);
    });
    for (const auto& each : samples) {
        BOOST_TEST(each.threads == threads);
        if (!sanitized) BOOST_TEST(each.builds == 1U);
    }
    check_files(samples);
    const auto retired = host.retire();
    BOOST_TEST((retired.has_value() || sanitized));
    BOOST_TEST(count_open_files(host.database()).of_database == 0U);
    std::cout << rounds() << " reloads, " << count << " calls, none failed\n";
    report_memory(samples);
    for (const auto& [name, times] : steps) report_latency(("step " + name).c_str(), times);
    report_latency("hook of the first channel, during reloads", calls.channels.front().findings().reads.during_reload);
    report_latency("hook of the first channel, otherwise", calls.channels.front().findings().reads.otherwise);
    report_latency("its waits for the plugin", calls.channels.front().pin_waits());
}

BOOST_AUTO_TEST_SUITE_END()
