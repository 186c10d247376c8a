// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "storage/transaction.hpp"
#include "transfer/record.hpp"

#include <functional>

namespace extsrc::transfer {

/// Gives every record of an organization to `take`, in the order of an archive. @param open the snapshot it is read from
void stream_records(storage::transaction& open, const domain::organization_id& of,
                    const std::function<void(const record&)>& take);

}  // namespace extsrc::transfer
