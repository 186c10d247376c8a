// SPDX-License-Identifier: BSL-1.0
#include "storage/dialect.hpp"

namespace extsrc::storage {

std::unique_ptr<dialect> make_dialect(const database_url& url) {
    if (url.backend == "postgresql") return make_postgresql_dialect(url.parameters);
    if (url.backend == "mysql") return make_mysql_dialect(url.parameters);
    if (url.backend == "odbc") return make_odbc_dialect(url.parameters);
    return make_sqlite_dialect(url.parameters);
}

}  // namespace extsrc::storage
