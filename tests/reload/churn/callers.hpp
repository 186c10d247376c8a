// SPDX-License-Identifier: BSL-1.0
/// @file Callers that notice everything a reload may do to them.
#pragma once

#include "build_watch.hpp"
#include "channels/latency_histogram.hpp"
#include "channels/resolver.hpp"
#include "support/http_client.hpp"

#include <atomic>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ccphost::test {

/// How long calls took, by what went on meanwhile.
struct call_latencies {
    latency_histogram during_reload;  ///< the call overlapped one
    latency_histogram otherwise;
};

/// What a caller found. Read after the caller has ended.
struct caller_findings {
    std::uint64_t calls = 0;
    std::vector<std::string> faults{};  ///< the first few, in words
    std::uint64_t fault_count = 0;
    call_latencies reads{};
    call_latencies writes{};

    void fault(std::string what);
};

/// One API client on one connection: makes contacts, changes its own, and reads back what was acknowledged.
class http_caller {
public:
    http_caller(const churn_host& host, int number) : host_(host), builds_(host), client_(host.port()), number_(number) {}

    /// Calls until told to stop. @param pause between two calls
    void run(const std::atomic<bool>& stopping, std::chrono::microseconds pause);
    /// Reads every contact that was acknowledged.
    void check_nothing_lost();
    [[nodiscard]] const caller_findings& findings() const { return findings_; }

private:
    response call(call_latencies& into, const std::string& method, const std::string& path, const std::string& body = {});
    void add_contact();
    void change_contact();
    void read_contact(const std::string& id);
    [[nodiscard]] std::string body_of(int revision) const;

    const churn_host& host_;
    build_watch builds_;
    http_client client_;
    int number_;
    std::vector<std::string> ids_;
    std::map<std::string, std::string> acknowledged_;  // title by id
    int revision_ = 0;
    caller_findings findings_;
};

/// One channel: interactions of customers that it knows and of new ones, and the same again.
class hook_caller {
public:
    hook_caller(const churn_host& host, int number) : host_(host), builds_(host), number_(number) {}

    void run(const std::atomic<bool>& stopping, std::chrono::microseconds pause);
    /// Asks again for every interaction that was acknowledged, without its identifiers: only a recorded link answers that.
    void check_nothing_lost();
    [[nodiscard]] const caller_findings& findings() const { return findings_; }
    /// How long it took to get hold of the plugin alone: what a switch can make a caller wait.
    [[nodiscard]] const latency_histogram& pin_waits() const { return pin_waits_; }

private:
    resolution_record resolve(call_latencies& into, const std::string& interaction, std::optional<std::string> phone);
    void new_interaction();
    void known_interaction(std::size_t index);

    const churn_host& host_;
    std::atomic<bool> never_ = false;
    resolver resolver_{host_.plugins(), {.attempts = 1}, never_};
    build_watch builds_;
    int number_;
    std::vector<std::pair<std::string, std::string>> acknowledged_;  // interaction, contact
    caller_findings findings_;
    latency_histogram pin_waits_;
};

}  // namespace ccphost::test
