// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/dialect.hpp"
#include "storage/schema_turn.hpp"

#include <soci/soci.h>

#include <memory>
#include <optional>
#include <string>

namespace extsrc::storage {

/// Another process that is about to change the schema, and keeps everybody else from doing so.
class held_schema {
public:
    explicit held_schema(const std::string& url);
    held_schema(const held_schema&) = delete;
    held_schema& operator=(const held_schema&) = delete;
    ~held_schema();

private:
    std::unique_ptr<dialect> dialect_;
    std::unique_ptr<soci::session> session_;
    std::optional<schema_turn> turn_;  // where the lock of a transaction does not last
};

}  // namespace extsrc::storage
