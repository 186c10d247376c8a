// SPDX-License-Identifier: BSL-1.0
#include "storage/database_url.hpp"

namespace extsrc::storage {

database_url database_url::parse(std::string_view text) {
    const auto colon = text.find("://");
    if (colon == std::string_view::npos || colon == 0)
        throw failure(failure_kind::unusable, "the database URL has no backend; expected sqlite3://db=PATH");
    database_url url{std::string(text.substr(0, colon)), std::string(text.substr(colon + 3))};
    if (url.backend != "sqlite3")
        throw failure(failure_kind::unusable,
                      "database backend '" + url.backend + "' is not served; this build serves sqlite3");
    if (!url.parameters.starts_with("db=") || url.parameters.size() == 3)
        throw failure(failure_kind::unusable, "the database URL names no file; expected sqlite3://db=PATH");
    return url;
}

}  // namespace extsrc::storage
