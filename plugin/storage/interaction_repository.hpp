// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/interaction.hpp"
#include "storage/transaction.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace extsrc::storage {

/// An interaction with the contact it was linked to, and the account of why.
struct linked_interaction {
    std::string id;
    std::string channel;
    domain::timestamp occurred_at = 0;
    domain::contact_id contact{};  ///< as linked, even if merged away since
    domain::outcome result = domain::outcome::unresolved;
    std::string reason{};
};

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
    /// Moves a link to another contact. @return whether there was one
    bool move_link(const domain::organization_id& organization, const std::string& interaction_id,
                   const domain::contact_id& contact);
    /// @return whether there was a link
    bool remove_link(const domain::organization_id& organization, const std::string& interaction_id);
    /// Replaces an earlier decision on the same interaction.
    void put_decision(const domain::interaction& arrived, const domain::decision& made, domain::timestamp now);

    /// Links of one contact, or of its whole merge set, latest first. Whoever asks knows that the contact is of their
    /// organization; naming it once more would make the database walk through all its links.
    struct listing {
        domain::contact_id contact;               ///< canonical when the merge set is wanted
        bool merge_set = true;                    ///< whether links of merged contacts count
        std::optional<linked_interaction> after;  ///< start after this one; nothing for the beginning
        std::size_t limit = 0;
    };
    [[nodiscard]] std::vector<linked_interaction> list(const listing& wanted);

private:
    transaction& open_;
};

}  // namespace extsrc::storage
