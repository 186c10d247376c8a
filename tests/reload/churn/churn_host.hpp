// SPDX-License-Identifier: BSL-1.0
/// @file A whole host in this process, with two builds of the plugin to switch between.
#pragma once

#include "http/dispatcher.hpp"
#include "http/http_server.hpp"
#include "loader/reloader.hpp"
#include "plugin_runtime.hpp"
#include "support/child_process.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ccphost::test {

/// Between which two generations a call may have been answered; counted from 0, even ones are of build A, odd ones of build B.
struct serving_range {
    std::uint64_t first;
    std::uint64_t last;
};

/// What differs from two equal builds on a database of the host's own.
struct churn_options {
    std::string second_library{};                     ///< in place of build B's
    std::optional<std::filesystem::path> database{};  ///< shared with another host
};

/// The host as ccp-host puts it together. Throws when it does not start.
class churn_host {
public:
    explicit churn_host(const churn_options& options = {});
    churn_host(const churn_host&) = delete;
    churn_host& operator=(const churn_host&) = delete;
    ~churn_host();

    /// Switches to the other build and waits for the end of the one that served.
    operation_report reload();
    /// Goes back to the build that served before.
    operation_report rollback();
    /// Ends the plugin. @return what went wrong
    result<void> retire();

    /// Generations that had surely begun to serve, and those that may have by now.
    [[nodiscard]] std::uint64_t surely_served() const { return ended_; }
    [[nodiscard]] std::uint64_t may_serve() const { return begun_; }
    /// Whether a reload is under way.
    [[nodiscard]] bool reloading() const { return begun_ != ended_; }

    [[nodiscard]] reloader& reloads() { return reloads_; }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] const std::string& authorization() const { return authorization_; }
    [[nodiscard]] const plugin_set& plugins() const { return runtime_.plugins; }
    [[nodiscard]] const std::filesystem::path& database() const { return database_; }
    /// What the plugin says of its health.
    [[nodiscard]] std::string health() const;

    static constexpr const char* organization = "3f0a1c5e-0000-4000-8000-000000000001";

private:
    [[nodiscard]] std::filesystem::path write_manifest(const std::string& name, const std::string& library,
                                                       const std::string& version) const;

    operation_report counted(const std::function<operation_report(std::uint64_t)>& operation);

    temporary_directory directory_;
    std::filesystem::path database_;
    std::filesystem::path manifests_[2];
    plugin_runtime runtime_{subscribers::possible, lifecycle_deadlines{}};
    reloader reloads_{runtime_.plugins, runtime_.counters};
    clients clients_;
    token_store tokens_{std::chrono::hours(24)};
    http_limits limits_;
    std::unique_ptr<dispatcher> dispatcher_;
    std::unique_ptr<http_server> server_;
    std::uint16_t port_ = 0;
    std::string authorization_;
    std::atomic<std::uint64_t> begun_ = 0;
    std::atomic<std::uint64_t> ended_ = 0;
};

}  // namespace ccphost::test
