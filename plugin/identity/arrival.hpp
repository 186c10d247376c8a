// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/channel_resolution.hpp"
#include "domain/contact.hpp"
#include "domain/interaction.hpp"
#include "storage/identifier_repository.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace extsrc::identity {

/// An interaction as the configuration of its integration has it resolved: where to look, and by which identifiers. Borrows the
/// interaction. Immutable once made.
class arrival {
public:
    /// External IDs without a source take the configured one, and are dropped where there is none. On the WhatsApp channel a
    /// number also counts as Phone, unless a Phone is presented.
    arrival(const domain::interaction& from, domain::channel_resolution rules);

    [[nodiscard]] const domain::interaction& interaction() const { return from_; }
    [[nodiscard]] const domain::channel_resolution& rules() const { return rules_; }
    /// The configured division before the interaction's own.
    [[nodiscard]] const storage::scope& where() const { return where_; }
    /// The identifiers to go by, in the order presented.
    [[nodiscard]] const std::vector<domain::identifier>& presented() const { return presented_; }
    /// Of an identifier in what the host gave; -1 for none.
    [[nodiscard]] int position_of(const std::optional<domain::identifier>& value) const;
    /// The first ExternalId presented under this source.
    [[nodiscard]] std::optional<domain::identifier> external_id_of(const domain::source_id& source) const;
    /// Whether an external ID was dropped because no source is configured for it.
    [[nodiscard]] bool lacks_source() const { return !from_.sourceless_ids.empty() && !rules_.source; }

    /// Whether the visitor signed in to a web deployment.
    [[nodiscard]] bool signed_in() const;
    /// Whether the contacts behind the identifiers are to be merged.
    [[nodiscard]] bool merges() const;
    /// Of a contact made for these identifiers: Identified on the web with more than a cookie, else Ephemeral.
    [[nodiscard]] domain::contact_type type_of_new(std::span<const domain::identifier> own) const;

private:
    void take(std::size_t position, const domain::identifier& value);
    void take_sourceless();
    void take_phone_of_whatsapp();

    const domain::interaction& from_;
    domain::channel_resolution rules_;
    storage::scope where_;
    std::vector<domain::identifier> presented_;
    std::vector<std::size_t> positions_;  // of each of presented_, in what the host gave
};

}  // namespace extsrc::identity
