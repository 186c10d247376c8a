// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/context.hpp"
#include "handlers/request.hpp"

#include <span>
#include <string_view>

namespace extsrc::handlers {

/// Whether one of an operation's permissions suffices, or all are needed.
enum class permission_rule : bool { any, all };

/// One operation of the HTTP contract and the permissions it takes.
struct operation {
    std::string_view id;
    std::string_view method;
    std::string_view path;
    std::span<const std::string_view> permissions;
    answer (*handle)(const context& with, const request& asked);
    permission_rule rule = permission_rule::any;
};

/// Every operation the plugin serves; manifest.json lists the same.
[[nodiscard]] std::span<const operation> operations();

}  // namespace extsrc::handlers
