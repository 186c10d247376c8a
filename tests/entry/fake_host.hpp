// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ccp/ccp.h>
#include <ccp/ext/config.h>
#include <ccp/ext/events.h>
#include <ccp/ext/metrics.h>

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace extsrc::entry {

/// A host in a few lines: gives its configuration, keeps what it is told, holds the clock still.
class fake_host {
public:
    explicit fake_host(std::string configuration);
    fake_host(const fake_host&) = delete;
    fake_host& operator=(const fake_host&) = delete;

    [[nodiscard]] const ccp_host_v1& table() const { return table_; }
    [[nodiscard]] const ccp_registry_v1& registry() const { return registry_; }

    /// Offers another configuration from now on. [any thread]
    void offer(std::string configuration);
    /// What was logged as an error, with the values of its fields behind each. [any thread]
    [[nodiscard]] std::vector<std::string> logged_errors() const;

    std::int32_t error_status = CCP_OK;
    std::string error;
    std::map<std::string, ccp_handler_v1> handlers;  ///< by operation; texts in them are gone, functions are not
    ccp_identity_hook_v1 hook{};
    std::vector<std::string> topics;        ///< of the events, all of acme
    std::map<std::string, double> metrics;  ///< by name and labels
    std::int32_t registering = CCP_OK;      ///< what the registry answers
    std::int32_t publishing = CCP_OK;       ///< what the event service answers

private:
    static void log(void* ctx, std::uint32_t level, ccp_str, ccp_str message, const ccp_pair* fields,
                    std::size_t count) noexcept;
    static const void* get_extension(void* ctx, const char* id) noexcept;
    static void set_error(void* ctx, std::int32_t status, ccp_str message) noexcept;
    static std::int64_t now_mono(void* ctx) noexcept;
    static std::int64_t now_wall(void* ctx) noexcept;
    static std::int32_t get(void* ctx, ccp_str pointer, const ccp_sink* sink) noexcept;
    static std::int32_t define(void* ctx, std::uint32_t kind, ccp_str name, ccp_str help, const ccp_pair* labels,
                               std::size_t count, std::uint32_t* id) noexcept;
    static void update(void* ctx, std::uint32_t id, double value) noexcept;
    static std::int32_t add_handler(void* ctx, const ccp_handler_v1* handler) noexcept;
    static std::int32_t set_hook(void* ctx, const ccp_identity_hook_v1* hook) noexcept;

    static std::int32_t publish(void* ctx, ccp_str organization, ccp_str topic, ccp_str payload) noexcept;

    mutable std::mutex mutex_;
    std::string configuration_;
    std::vector<std::string> errors_;
    std::vector<std::string> series_;
    ccp_ext_config_v1 config_;
    ccp_ext_metrics_v1 metrics_table_;
    ccp_ext_events_v1 events_;
    ccp_host_v1 table_;
    ccp_registry_v1 registry_;
};

/// Takes an answer: its body, or the failure in its place.
struct fake_response {
    std::string body;
    std::uint32_t status = 200;
    std::string code;
    std::string entity_id;
    std::vector<std::string> details;  ///< "field code"
    std::string limit_key;

    fake_response();
    fake_response(const fake_response&) = delete;
    fake_response& operator=(const fake_response&) = delete;

    ccp_response_v1 table;
};

[[nodiscard]] inline ccp_str c_text(const std::string& text) {
    return {text.data(), text.size()};
}

}  // namespace extsrc::entry
