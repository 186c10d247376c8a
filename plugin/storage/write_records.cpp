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

void write_records::confirm(const std::string& id, domain::timestamp now) {
    session_ << "UPDATE write_record SET written_at = :now WHERE id = :id", use(now, "now"), use(id, "id");
}

std::optional<fate> write_records::find(const std::string& id) {
    int committed = 0;
    session_ << "SELECT committed FROM write_record WHERE id = :id", into(committed), use(id, "id");
    if (!session_.got_data()) return std::nullopt;
    return committed == 1 ? fate::committed : fate::abandoned;
}

bool write_records::remove_before(domain::timestamp time, std::size_t most) {
    domain::timestamp last = 0;
    long long found = 0;
    const auto limit = static_cast<long long>(most);
    session_
        << "SELECT COALESCE(MAX(written_at), 0), COUNT(*) FROM (SELECT written_at FROM write_record WHERE written_at < :time "
           "ORDER BY written_at LIMIT :most) oldest",
        into(last), into(found), use(time, "time"), use(limit, "most");
    session_ << "DELETE FROM write_record WHERE written_at <= :last", use(last, "last");
    return found == limit;
}

}  // namespace extsrc::storage
