// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"

#include <string_view>

namespace extsrc::handlers {

/// HTTP status and error code of the wire contract.
struct wire_failure {
    unsigned status;
    std::string_view code;
};

/// How the contract names a domain error. The one place that knows.
[[nodiscard]] wire_failure to_wire(domain::errc code);

}  // namespace extsrc::handlers
