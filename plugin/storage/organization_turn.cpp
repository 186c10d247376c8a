// SPDX-License-Identifier: BSL-1.0
#include "storage/organization_turn.hpp"

namespace extsrc::storage {

using soci::use;

void take_turn(soci::session& session, const domain::organization_id& of) {
    soci::statement update =
        (session.prepare << "UPDATE organization SET turn = turn + 1 WHERE id = :id", use(of.text(), "id"));
    update.execute(true);
    if (update.get_affected_rows() > 0) return;
    session << "INSERT INTO organization (id, generation, turn) VALUES (:id, 0, 1)", use(of.text(), "id");
}

}  // namespace extsrc::storage
