// SPDX-License-Identifier: BSL-1.0
#include "storage/write_records.hpp"

namespace extsrc::storage {

using soci::into;
using soci::use;

void write_records::insert(const std::string& id, fate which, domain::timestamp now) {
    const int committed = which == fate::committed ? 1 : 0;
    session_ << "INSERT INTO write_record (id, committed, written_at) VALUES (:id, :committed, :now)", use(id, "id"),
        use(committed, "committed"), use(now, "now");
}

std::optional<fate> write_records::find(const std::string& id) {
    int committed = 0;
    session_ << "SELECT committed FROM write_record WHERE id = :id", into(committed), use(id, "id");
    if (!session_.got_data()) return std::nullopt;
    return committed == 1 ? fate::committed : fate::abandoned;
}

void write_records::remove_before(domain::timestamp time) {
    session_ << "DELETE FROM write_record WHERE written_at < :time", use(time, "time");
}

}  // namespace extsrc::storage
