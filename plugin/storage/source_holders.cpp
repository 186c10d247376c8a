// SPDX-License-Identifier: BSL-1.0
#include "storage/source_holders.hpp"

#include "domain/contact.hpp"
#include "domain/identifier.hpp"

#include <soci/soci.h>

#include <algorithm>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

// One seek of the key's index for each.
std::vector<std::string> divisions_with_identifiers(soci::session& sql, const domain::organization_id& organization) {
    std::vector<std::string> found;
    std::string last;
    for (;;) {
        std::string next;
        sql << "SELECT division_id FROM identifier WHERE organization_id = :organization AND division_id > :last "
               "ORDER BY division_id LIMIT 1",
            into(next), use(organization.text(), "organization"), use(last, "last");
        if (!sql.got_data()) return found;
        found.push_back(next);
        last = std::move(next);
    }
}

}  // namespace

source_holders::source_holders(transaction& open, const domain::organization_id& organization)
    : open_(open), organization_(organization), divisions_(divisions_with_identifiers(open.sql(), organization)) {}

std::size_t source_holders::count(const domain::source_id& source, std::size_t most) {
    std::size_t counted = 0;
    for (const auto& division : divisions_) {
        if (counted >= most) break;
        counted += count_in(division, source, most - counted);
    }
    return counted;
}

// The innermost query bounds what is read, and its order keeps to the key's index; a contact has no more than so many IDs of
// one source.
std::size_t source_holders::count_in(const std::string& division, const domain::source_id& source, std::size_t most) {
    static const std::string type(domain::to_string(domain::identifier_type::external_id));
    const auto rows = static_cast<long long>(most) * static_cast<long long>(domain::max_external_ids);
    long long counted = 0;
    open_.sql() << "SELECT COUNT(*) FROM (SELECT DISTINCT contact_id FROM (SELECT contact_id FROM identifier "
                   "WHERE organization_id = :organization AND division_id = :division AND type = :type "
                   "AND source_id = :source ORDER BY value LIMIT :rows) held) holders",
        into(counted), use(organization_.text(), "organization"), use(division, "division"), use(type, "type"),
        use(source.text(), "source"), use(rows, "rows");
    return std::min(static_cast<std::size_t>(counted), most);
}

}  // namespace extsrc::storage
