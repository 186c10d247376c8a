// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "entry/host_link.hpp"
#include "handlers/context.hpp"
#include "handlers/operations.hpp"

#include <ccp/request.h>

namespace extsrc::entry {

/// Runs one operation on a request of the host's and writes the outcome to its response. A domain error becomes the
/// contract's failure; exceptions pass through. @return status for the host
[[nodiscard]] std::int32_t serve(const host_link& host, const handlers::context& with, const handlers::operation& operation,
                                 const ccp_request_v1& request, const ccp_response_v1& response);

}  // namespace extsrc::entry
