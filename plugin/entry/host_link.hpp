// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "storage/deadline.hpp"

#include <ccp/ccp.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The C boundary: exported symbol, exception fence, life cycle, wiring. The only code that sees both C tables and C++ types.
namespace extsrc::entry {

[[nodiscard]] inline ccp_str to_c(std::string_view text) {
    return {text.data(), text.size()};
}
[[nodiscard]] inline std::string_view to_cpp(ccp_str text) {
    return text.ptr == nullptr ? std::string_view() : std::string_view(text.ptr, text.len);
}

/// The host's services in C++ terms. Borrows the host's table; may be used from any thread.
class host_link {
public:
    explicit host_link(const ccp_host_v1& host);

    using fields = std::vector<std::pair<std::string_view, std::string_view>>;
    void log(std::uint32_t level, std::string_view component, std::string_view message, const fields& with = {}) const;
    void set_error(std::int32_t status, std::string_view message) const noexcept;

    /// Microseconds since 1970.
    [[nodiscard]] domain::timestamp wall_clock() const;
    /// A deadline on the host's monotonic clock as one on ours; half a minute from now when the host sets none.
    [[nodiscard]] storage::deadline deadline(std::int64_t mono_ns) const;
    /// Until when to work on what has to be answered by a deadline: a tenth of the time is left for the answer, and a quarter
    /// of a second at most.
    [[nodiscard]] storage::deadline time_to_answer(std::int64_t mono_ns) const;

    /// Whether the host offers its configuration; without it the plugin cannot start.
    [[nodiscard]] bool has_configuration() const { return config_ != nullptr; }
    /// The whole configuration as JSON text. @throws std::runtime_error when the host does not give it
    [[nodiscard]] std::string configuration() const;

    /// A metric series' number; meaningless but harmless when the host has no metrics.
    [[nodiscard]] std::uint32_t define_metric(std::uint32_t kind, std::string_view name, std::string_view help,
                                              const fields& labels = {}) const;
    void update_metric(std::uint32_t id, double value) const;

    /// Whether the host takes events.
    [[nodiscard]] bool has_events() const { return events_ != nullptr; }
    /// Hands an event to the host. @return whether it was taken
    bool publish(std::string_view organization, std::string_view topic, std::string_view payload) const;

private:
    const ccp_host_v1& host_;
    const ccp_ext_config_v1* config_;
    const ccp_ext_metrics_v1* metrics_;
    const ccp_ext_events_v1* events_;
};

}  // namespace extsrc::entry
