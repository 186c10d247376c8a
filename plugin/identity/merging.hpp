// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/error.hpp"
#include "identity/contact_book.hpp"
#include "storage/contact_repository.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <span>
#include <vector>

namespace extsrc::identity {

/// What a client lays over the result of a merge.
struct value_override {
    domain::contact_profile profile;
    external_ids wanted;                          ///< added to those of the merged contacts
    std::optional<domain::division_id> division;  ///< nothing, or that of the merged contacts
};

/// Makes one contact of several (reference, section 4.4), inside the caller's transaction. The result is a new contact,
/// canonical for all that were merged, which go on answering under their ids. It takes every identifier they held; links stay
/// with the contact they were made to. After an error on an override the transaction must be rolled back; all other errors are
/// found before the first write.
class merging {
public:
    merging(storage::transaction& open, domain::organization_id organization, domain::timestamp now);

    /// Merges 2 to 25 contacts. @return errc::not_found for an unknown id; invalid for a wrong number, a repeated id or an
    /// override of another division; conflict for contacts of one merge set or of different divisions; merge_limit_exceeded for
    /// a set of more than 52, or custom fields that do not fit together; limit_exceeded for more than ten external IDs together
    [[nodiscard]] domain::result<domain::contact> merge(std::span<const domain::contact_id> ids,
                                                        const std::optional<value_override>& override_with);

    /// Merges two as version 1 of the contract does. @return errc::conflict for two Curated or two Ephemeral contacts, else as
    /// merge
    [[nodiscard]] domain::result<domain::contact> merge_pair(const domain::contact_id& source,
                                                             const domain::contact_id& target);

private:
    using contacts = std::vector<domain::contact>;

    [[nodiscard]] domain::result<contacts> gather(std::span<const domain::contact_id> ids);
    [[nodiscard]] domain::result<void> check(const contacts& merged);
    [[nodiscard]] std::vector<storage::merge_member> members_of(const domain::contact& person);
    [[nodiscard]] domain::contact head_of(const contacts& merged, const std::optional<value_override>& override_with) const;
    void join(const contacts& merged, const domain::contact& head);
    [[nodiscard]] domain::result<void> lay_over(const domain::contact& head, const value_override& override_with);

    storage::transaction& open_;
    domain::organization_id organization_;
    domain::timestamp now_;
    contact_book book_;
    storage::contact_repository contacts_;
};

}  // namespace extsrc::identity
