// SPDX-License-Identifier: BSL-1.0
#include "storage/change_log.hpp"

#include <soci/soci.h>

namespace extsrc::storage {

using soci::into;
using soci::use;

void change_log::append(const domain::organization_id& organization, change_kind kind, const std::string& subject_id,
                        domain::timestamp now) {
    auto& sql = open_.sql();
    const std::string& id = organization.text();
    sql << "INSERT INTO organization (id, generation) SELECT :id, 0 WHERE NOT EXISTS (SELECT 1 FROM organization WHERE id = "
           ":same)",
        use(id, "id"), use(id, "same");
    sql << "UPDATE organization SET generation = generation + 1 WHERE id = :id", use(id, "id");
    const long long next = generation(organization);
    const std::string kind_name = kind == change_kind::contact ? "contact" : "external_source";
    sql << "INSERT INTO change_log (organization_id, generation, kind, subject_id, changed_at) "
           "VALUES (:organization, :generation, :kind, :subject, :at)",
        use(id, "organization"), use(next, "generation"), use(kind_name, "kind"), use(subject_id, "subject"), use(now, "at");
}

long long change_log::generation(const domain::organization_id& organization) {
    long long found = 0;
    open_.sql() << "SELECT generation FROM organization WHERE id = :id", into(found), use(organization.text(), "id");
    return found;
}

}  // namespace extsrc::storage
