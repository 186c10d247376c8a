// SPDX-License-Identifier: BSL-1.0
#include "held_schema.hpp"

#include "storage/lease_terms.hpp"

#include <stdexcept>

namespace extsrc::storage {

held_schema::held_schema(const std::string& url)
    : dialect_(make_dialect(database_url::parse(url))), session_(dialect_->connect(access::read_write)) {
    if (dialect_->schema_changes_roll_back()) {
        dialect_->begin_schema_change(*session_);
    } else {
        schema_turn::prepare(*session_, *dialect_);
        if (!turn_.emplace(*session_, system_wall_clock).take()) throw std::runtime_error("somebody else has the schema");
    }
}

held_schema::~held_schema() {
    if (!turn_) *session_ << "ROLLBACK";
}

}  // namespace extsrc::storage
