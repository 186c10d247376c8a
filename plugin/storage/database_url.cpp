// SPDX-License-Identifier: BSL-1.0
#include "storage/database_url.hpp"

#include <algorithm>
#include <array>

namespace extsrc::storage {
namespace {

constexpr std::array<std::string_view, 4> served{"sqlite3", "postgresql", "mysql", "odbc"};

}  // namespace

database_url database_url::parse(std::string_view text) {
    const auto colon = text.find("://");
    if (colon == std::string_view::npos || colon == 0)
        throw failure(failure_kind::unusable, "the database URL has no backend; expected such as sqlite3://db=PATH");
    database_url url{std::string(text.substr(0, colon)), std::string(text.substr(colon + 3))};
    if (std::find(served.begin(), served.end(), url.backend) == served.end())
        throw failure(failure_kind::unusable, "database backend '" + url.backend +
                                                  "' is not served; this build serves sqlite3, postgresql, mysql and odbc");
    if (url.parameters.empty())
        throw failure(failure_kind::unusable, "the database URL says nothing after " + url.backend + "://");
    return url;
}

}  // namespace extsrc::storage
