// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/error.hpp"
#include "domain/identifier.hpp"
#include "storage/identifier_repository.hpp"
#include "storage/transaction.hpp"

#include <span>
#include <string_view>
#include <vector>

/// From the identifiers of an interaction to a contact, and the rules by which contacts come to own identifiers.
namespace extsrc::identity {

/// errc::limit_exceeded with the cap on identifiers of one type.
[[nodiscard]] domain::error too_many(domain::identifier_type type);

/// Claims and releases identifiers for one contact, inside the caller's transaction. Every change that takes an identifier
/// away is written to the change log.
class association {
public:
    association(storage::transaction& open, storage::scope where, domain::contact_id contact, domain::timestamp now);

    /// Makes the contact the sole owner. What it owns already stays as it is, even under a disabled source.
    /// @return errc::identifier_claimed with the owner; limit_exceeded beyond domain::cap_of; for a new external ID also
    ///         external_source_inactive and external_source_unknown
    [[nodiscard]] domain::result<void> claim(const domain::identifier& value);

    /// Gives ownership up; the next oldest holder inherits. @return errc::not_found when nobody owns it,
    /// identifier_not_claimed when another contact does
    [[nodiscard]] domain::result<void> release(const domain::identifier& value);

    /// Brings what the contact holds from the identifiers its profile carried to those it carries. Another contact's ownership
    /// is respected: the contact then holds the identifier in waiting.
    void carry(std::span<const domain::identifier> before, std::span<const domain::identifier> after);

    /// Makes `wanted` the contact's external IDs: repeats keep their place, others are claimed or released. Errors as `claim`.
    [[nodiscard]] domain::result<void> replace_external_ids(std::span<const domain::identifier> wanted);

    /// Takes what nobody owns of an interaction's identifiers, but no external ID that `claim` would refuse, and none of a
    /// source the contact has an ID of already: that is a different person at the same phone.
    void adopt(std::span<const domain::identifier> presented);

    /// Gives up everything, before the contact is deleted.
    void surrender();

    [[nodiscard]] std::vector<storage::held_identifier> held();

private:
    [[nodiscard]] domain::result<void> check_source(const domain::identifier& value);
    using held_identifiers = std::vector<storage::held_identifier>;

    [[nodiscard]] bool may_adopt(const domain::identifier& value, const held_identifiers& have);
    void let_go(const domain::identifier& value);

    storage::transaction& open_;
    storage::scope where_;
    domain::contact_id contact_;
    domain::timestamp now_;
    storage::identifier_repository identifiers_;
};

}  // namespace extsrc::identity
