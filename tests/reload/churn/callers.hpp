// SPDX-License-Identifier: BSL-1.0
/// @file Callers that notice everything a reload may do to them.
#pragma once

#include "build_watch.hpp"
#include "channels/latency_histogram.hpp"
#include "channels/resolver.hpp"
#include "support/http_client.hpp"

#include <array>
#include <atomic>
#include <chrono>
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

/// Ids of contacts with what was acknowledged of each. Takes all its memory at once, so that a process which a caller is part
/// of grows by nothing of the caller's.
class kept_contacts {
public:
    struct contact {
        std::array<char, 36> id;
        int revision;
        [[nodiscard]] std::string text() const { return {id.begin(), id.end()}; }
    };

    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] bool full() const { return count_ == all_.size(); }
    /// @param id of 36 characters
    void add(const std::string& id, int revision);
    [[nodiscard]] contact& at(std::size_t index) { return all_[index]; }

private:
    std::vector<contact> all_ = std::vector<contact>(20'000, contact{{}, 0});
    std::size_t count_ = 0;
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
    /// Calls that were answered so far. [any thread]
    [[nodiscard]] std::uint64_t answered() const { return answered_; }

private:
    response call(call_latencies& into, const std::string& method, const std::string& path, const std::string& body = {});
    void add_contact();
    void change_contact();
    void read_contact(const kept_contacts::contact& kept);
    [[nodiscard]] std::string body_of(int revision) const;

    const churn_host& host_;
    build_watch builds_;
    http_client client_;
    int number_;
    kept_contacts acknowledged_;
    int revision_ = 0;
    caller_findings findings_;
    std::atomic<std::uint64_t> answered_ = 0;
};

/// One channel: interactions of customers that it knows and of new ones, and the same again.
class hook_caller {
public:
    hook_caller(const churn_host& host, int number) : host_(host), builds_(host), number_(number) {}

    void run(const std::atomic<bool>& stopping, std::chrono::microseconds pause);
    /// Asks again for every interaction that was acknowledged, without its identifiers: only a recorded link answers that.
    void check_nothing_lost();
    [[nodiscard]] const caller_findings& findings() const { return findings_; }
    /// Calls that were answered so far. [any thread]
    [[nodiscard]] std::uint64_t answered() const { return answered_; }
    /// How long it took to get hold of the plugin alone: what a switch can make a caller wait.
    [[nodiscard]] const latency_histogram& pin_waits() const { return pin_waits_; }

private:
    resolution_record resolve(call_latencies& into, const std::string& interaction, std::optional<std::string> phone);
    void new_interaction();
    void known_interaction(std::size_t index);
    [[nodiscard]] std::string name_of(std::size_t index) const;

    const churn_host& host_;
    std::atomic<bool> never_ = false;
    resolver resolver_{host_.plugins(), {.attempts = 1}, never_};
    build_watch builds_;
    int number_;
    kept_contacts acknowledged_;  // by the number of the interaction
    caller_findings findings_;
    std::atomic<std::uint64_t> answered_ = 0;
    latency_histogram pin_waits_;
};

}  // namespace ccphost::test
