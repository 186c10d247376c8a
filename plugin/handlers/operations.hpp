// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

#include <span>
#include <string_view>

namespace extsrc::handlers {

/// One operation of the HTTP contract and the permissions it takes, any of which suffices.
struct operation {
    std::string_view id;
    std::string_view method;
    std::string_view path;
    std::span<const std::string_view> permissions;
    answer (*handle)(const context& with, const request& asked);
};

/// Every operation the plugin serves; manifest.json lists the same.
[[nodiscard]] std::span<const operation> operations();

}  // namespace extsrc::handlers
