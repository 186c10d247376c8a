// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/id.hpp"
#include "domain/identifier.hpp"
#include "storage/transaction.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::storage {

/// Organization and division: identifiers of different scopes never meet.
struct scope {
    domain::organization_id organization;
    domain::division_id division;
};

/// An identifier in a contact's hands.
struct held_identifier {
    domain::identifier value;
    bool owned = false;  ///< false while an earlier holder owns it
    domain::timestamp since = 0;
};

/// The owner of an identifier, with what resolution weighs.
struct identifier_owner {
    domain::identifier value;
    domain::contact_id contact;
    domain::contact_type type = domain::contact_type::curated;
    domain::timestamp contact_created_at = 0;  ///< of the oldest contact of a merge set
};

/// Who holds and who owns which identifier.
class identifier_repository {
public:
    explicit identifier_repository(transaction& open) : open_(open) {}

    [[nodiscard]] std::optional<domain::contact_id> owner(const scope& where, const domain::identifier& value);

    /// Owners of those of `values` that have one. A point query each: one query over all is planned as a scan of the division.
    [[nodiscard]] std::vector<identifier_owner> owners(const scope& where, std::span<const domain::identifier> values);

    /// Makes the contact a holder, and the owner when there is none. A contact that holds it already keeps its place.
    /// @return whether the contact owns it now
    bool hold(const scope& where, const domain::identifier& value, const domain::contact_id& contact, domain::timestamp now);

    /// The contact holds it no more; if it was the owner, the next oldest holder becomes it.
    void release(const scope& where, const domain::identifier& value, const domain::contact_id& contact);

    /// Hands everything `from` holds to `to`, which keeps the longer holding time of the two, and ownership if either had it.
    void move(const scope& where, const domain::contact_id& from, const domain::contact_id& to);

    /// Who holds any of `values`, owning or waiting, each contact once: the longest holder first, at most `limit`.
    [[nodiscard]] std::vector<domain::contact_id> holders(const scope& where, std::span<const domain::identifier> values,
                                                          std::size_t limit);

    /// Who holds any identifier with one of these values, of whatever type, source and division; otherwise as above.
    [[nodiscard]] std::vector<domain::contact_id> holders(const domain::organization_id& organization,
                                                          std::span<const std::string> values, std::size_t limit);

    /// Everything the contact holds, oldest first.
    [[nodiscard]] std::vector<held_identifier> held_by(const domain::contact_id& contact);

private:
    [[nodiscard]] identifier_owner weigh(const domain::contact_id& contact);
    [[nodiscard]] std::optional<held_identifier> holding(const scope& where, const domain::identifier& value,
                                                         const domain::contact_id& contact);
    void insert(const scope& where, const held_identifier& held, const domain::contact_id& contact);
    void remove(const scope& where, const domain::identifier& value, const domain::contact_id& contact);
    void pass_on(const scope& where, const domain::identifier& value);

    // A contact, and since when it holds something.
    using holder = std::pair<domain::timestamp, std::string>;
    void gather_holders(const scope& where, const domain::identifier& value, std::size_t limit, std::vector<holder>& found);
    void gather_holders(const domain::organization_id& organization, const std::string& value, std::size_t limit,
                        std::vector<holder>& found);
    [[nodiscard]] static std::vector<domain::contact_id> longest(std::vector<holder> found, std::size_t limit);

    transaction& open_;
};

}  // namespace extsrc::storage
