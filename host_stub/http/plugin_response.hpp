// SPDX-License-Identifier: BSL-1.0
/// @file The host's side of ccp_response_v1.
#pragma once

#include "answer.hpp"
#include "error_body.hpp"

#include <ccp/request.h>

#include <optional>

namespace ccphost {

/// Collects what a handler answers. Used by one thread at a time.
class plugin_response {
public:
    plugin_response() noexcept;
    plugin_response(const plugin_response&) = delete;
    plugin_response& operator=(const plugin_response&) = delete;

    [[nodiscard]] const ccp_response_v1& table() const noexcept { return table_; }
    /// What was collected: the failure if there was one, else the response. Leaves this object empty.
    answer take(std::string_view context_id);

    /// @name See ccp_response_v1
    /// @{
    std::int32_t set_status(std::uint32_t status) noexcept;
    std::int32_t set_header(std::string_view name, std::string_view value);
    std::int32_t write(std::string_view bytes);
    std::int32_t fail(const ccp_failure_v1& failure);
    /// @}

private:
    answer collected_;
    std::optional<api_error> failure_;
    ccp_response_v1 table_;
};

}  // namespace ccphost
