// SPDX-License-Identifier: BSL-1.0
#include "storage/shared_values.hpp"

#include <soci/soci.h>

namespace extsrc::storage {

std::string shared_values::get(const std::string& name) {
    std::string stored;
    open_.sql() << "SELECT value FROM shared_value WHERE name = :name", soci::into(stored), soci::use(name, "name");
    return stored;
}

void shared_values::put(const std::string& name, const std::string& value) {
    open_.sql() << "DELETE FROM shared_value WHERE name = :name", soci::use(name, "name");
    open_.sql() << "INSERT INTO shared_value (name, value) VALUES (:name, :value)", soci::use(name, "name"),
        soci::use(value, "value");
}

std::string shared_values::get_or_insert(const std::string& name, const std::string& candidate) {
    std::string stored;
    auto& sql = open_.sql();
    sql << "SELECT value FROM shared_value WHERE name = :name", soci::into(stored), soci::use(name, "name");
    if (sql.got_data()) return stored;
    sql << "INSERT INTO shared_value (name, value) VALUES (:name, :value)", soci::use(name, "name"),
        soci::use(candidate, "value");
    return candidate;
}

}  // namespace extsrc::storage
