// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/interaction.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>

namespace extsrc::storage {

/// Links of interactions to contacts, and the decisions behind them; one of each an interaction.
class interaction_repository {
public:
    explicit interaction_repository(transaction& open) : open_(open) {}

    /// The contact an interaction is linked to.
    [[nodiscard]] std::optional<domain::contact_id> link(const domain::organization_id& organization,
                                                         const std::string& interaction_id);
    /// The decision recorded for an interaction; its contact's type is not part of it.
    [[nodiscard]] std::optional<domain::decision> decision(const domain::organization_id& organization,
                                                           const std::string& interaction_id);

    void insert_link(const domain::interaction& arrived, const domain::contact_id& contact);
    /// Replaces an earlier decision on the same interaction.
    void put_decision(const domain::interaction& arrived, const domain::decision& made, domain::timestamp now);

private:
    transaction& open_;
};

}  // namespace extsrc::storage
