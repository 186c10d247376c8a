// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/channel_resolution.hpp"
#include "domain/contact.hpp"
#include "storage/transaction.hpp"

#include <optional>

namespace extsrc::storage {

/// How each integration of an organization resolves its interactions, for those that were configured.
class channel_resolution_repository {
public:
    explicit channel_resolution_repository(transaction& open) : open_(open) {}

    /// Nothing for an integration nobody configured.
    [[nodiscard]] std::optional<domain::channel_resolution> find(const domain::organization_id& organization,
                                                                 const domain::integration& of);
    /// Replaces what was configured before.
    void put(const domain::organization_id& organization, const domain::integration& of,
             const domain::channel_resolution& wanted, domain::timestamp now);

private:
    transaction& open_;
};

}  // namespace extsrc::storage
