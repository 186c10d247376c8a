// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/failure.hpp"

#include <string>
#include <string_view>

namespace extsrc::storage {

/// Where the data is, as operators write it: "sqlite3://db=var/external_sources.db", "postgresql://host=db dbname=contacts",
/// "mysql://host=a,b,c db=contacts", "odbc://DSN=contacts". docs/databases.md describes the parameters of each.
struct database_url {
    std::string backend;     ///< one of "sqlite3", "postgresql", "mysql" and "odbc"
    std::string parameters;  ///< what follows "://"

    /// @throws failure (unusable) for a text without a backend, or one this build does not serve. The text itself is never
    /// part of the message, since it may hold a password.
    [[nodiscard]] static database_url parse(std::string_view text);
};

}  // namespace extsrc::storage
