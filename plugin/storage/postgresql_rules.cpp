// SPDX-License-Identifier: BSL-1.0
#include "storage/postgresql_rules.hpp"

namespace extsrc::storage {

failure_kind kind_of_sql_state(std::string_view state) {
    using namespace std::string_view_literals;
    if (state == "23505") return failure_kind::unique_violation;
    for (const auto lost_race : {"40001"sv, "40P01"sv, "55P03"sv})
        if (state == lost_race) return failure_kind::contention;
    if (state == "57014") return failure_kind::timed_out;
    // Out of resources, an I/O error, a server that only reads.
    for (const auto away : {"53"sv, "58"sv, "25006"sv})
        if (state.starts_with(away)) return failure_kind::unavailable;
    for (const auto broken : {"08"sv, "57P"sv})
        if (state.starts_with(broken)) return failure_kind::disconnected;
    return failure_kind::internal;
}

}  // namespace extsrc::storage
