// SPDX-License-Identifier: BSL-1.0
/// @file A host whose plugin is replaced while it is called.
#pragma once

#include "support/fixture_host.hpp"

#include <boost/json/value.hpp>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace ccphost::test {

/// What `ctl --json` answered.
struct ctl_answer {
    int code;  ///< the exit code
    std::string message;
    boost::json::value data;
    std::string errors;  ///< standard error
};

/// Runs `ctl --json` against a host's control socket.
ctl_answer ctl(const fixture_host& host, std::vector<std::string> arguments);

/// A host with the sound fixture and short deadlines, called all the time by two clients of one connection each.
class busy_host {
public:
    /// @param changes members of the host configuration   @param plugin members of the plugin's entry
    explicit busy_host(const boost::json::object& changes = {}, const boost::json::object& plugin = {});
    busy_host(const busy_host&) = delete;
    busy_host& operator=(const busy_host&) = delete;
    /// Checks that no call failed.
    ~busy_host();

    /// Installs a build of the fixture as an operator does: library beside the manifest, the manifest last.
    void install(const std::string& fault, const std::string& version = "1.2.3") const;
    [[nodiscard]] ctl_answer ctl(std::vector<std::string> arguments) const { return test::ctl(host, std::move(arguments)); }
    /// The generation that serves, and its state.
    [[nodiscard]] std::int64_t serving() const;
    /// Rows of `plugin list` in this state.
    [[nodiscard]] std::size_t listed_as(const std::string& state) const;
    /// Waits until `count` more calls were answered. Ends the test when they are not within 30 s.
    void await_calls(int count) const;
    /// Ends the host by SIGTERM. @return its exit code
    int stop();

    fixture_host host;

private:
    void call_until_stopped();

    std::atomic<bool> stopping_ = false;
    std::atomic<int> answered_ = 0;
    std::atomic<int> failed_ = 0;
    std::vector<std::thread> callers_;
    int exit_code_ = 0;
};

}  // namespace ccphost::test
