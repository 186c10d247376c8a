// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "storage/database.hpp"
#include "transfer/archive_ends.hpp"
#include "transfer/lines.hpp"

namespace extsrc::transfer {

/// Writes an organization's archive, from one snapshot of the database: it is held for as long as the lines are taken.
/// [any thread]
/// @return what its last line says; errc::not_found when nothing is there of the organization, errc::conflict while an import
/// of it is not complete  @throws storage::failure, broken_off; the lines written so far are then of no use
[[nodiscard]] domain::result<archive_end> export_organization(storage::database& from, const domain::organization_id& of,
                                                              line_sink& lines, observer& watching, storage::deadline until);

}  // namespace extsrc::transfer
