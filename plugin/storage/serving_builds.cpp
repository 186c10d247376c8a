// SPDX-License-Identifier: BSL-1.0
#include "storage/serving_builds.hpp"

namespace extsrc::storage {

using soci::into;
using soci::use;

void serving_builds::enter(const serving_build& instance) {
    session_ << "INSERT INTO serving_build (instance_id, schema_version, lease_end) VALUES (:id, :version, :end)",
        use(instance.instance_id, "id"), use(instance.schema_version, "version"), use(instance.lease_end, "end");
}

bool serving_builds::renew(const std::string& instance_id, domain::timestamp lease_end) {
    soci::statement update = (session_.prepare << "UPDATE serving_build SET lease_end = :end WHERE instance_id = :id",
                              use(lease_end, "end"), use(instance_id, "id"));
    update.execute(true);
    return update.get_affected_rows() > 0;
}

void serving_builds::leave(const std::string& instance_id) {
    session_ << "DELETE FROM serving_build WHERE instance_id = :id", use(instance_id, "id");
}

void serving_builds::drop_ended(domain::timestamp now) {
    session_ << "DELETE FROM serving_build WHERE lease_end < :now", use(now, "now");
}

void serving_builds::extend_all(domain::timestamp by) {
    session_ << "UPDATE serving_build SET lease_end = lease_end + :by", use(by, "by");
}

std::optional<serving_build> serving_builds::any_older_than(int version) {
    serving_build oldest;
    session_ << "SELECT instance_id, schema_version, lease_end FROM serving_build WHERE schema_version < :version "
                "ORDER BY schema_version, instance_id LIMIT 1",
        into(oldest.instance_id), into(oldest.schema_version), into(oldest.lease_end), use(version, "version");
    if (!session_.got_data()) return std::nullopt;
    return oldest;
}

}  // namespace extsrc::storage
