// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/external_source.hpp"
#include "storage/transaction.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace extsrc::storage {

/// Where a source stands when somebody wants to associate an ID with it.
enum class source_state : std::uint8_t { unknown, inactive, active };

/// External sources of an organization. A deleted source is never found again, but its external IDs go on naming it.
class source_repository {
public:
    explicit source_repository(transaction& open) : open_(open) {}

    [[nodiscard]] std::optional<domain::external_source> find(const domain::organization_id& organization,
                                                              const domain::source_id& id);
    /// A deleted source is unknown.
    [[nodiscard]] source_state state(const domain::organization_id& organization, const domain::source_id& id);

    /// Whether a source other than `except` has this name, folded.
    [[nodiscard]] bool name_taken(const domain::organization_id& organization, const std::string& folded,
                                  const domain::source_id& except);

    /// A slot no active source of the organization holds, drawn at random so that processes seldom draw the same; nothing when
    /// all are held. The schema's unique key decides between two that did.
    [[nodiscard]] std::optional<int> free_slot(const domain::organization_id& organization);

    /// @param slot held while active; nothing for a disabled source
    void insert(const domain::organization_id& organization, const domain::external_source& source, std::optional<int> slot,
                domain::timestamp now);
    /// Replaces name and link; the slot is `activate`'s and `disable`'s.
    void update(const domain::organization_id& organization, const domain::external_source& source, domain::timestamp now);
    void activate(const domain::organization_id& organization, const domain::source_id& id, int slot);
    void disable(const domain::organization_id& organization, const domain::source_id& id);
    void remove(const domain::organization_id& organization, const domain::source_id& id, domain::timestamp now);

    /// What a listing asks for. Order is by folded name, then id.
    struct listing {
        std::string folded_prefix;   ///< empty for all
        std::optional<bool> active;  ///< nothing for both
        std::string after_folded;    ///< start after this folded name; empty for the beginning
        std::size_t limit = 0;
    };
    [[nodiscard]] std::vector<domain::external_source> list(const domain::organization_id& organization, const listing& wanted);

private:
    transaction& open_;
};

}  // namespace extsrc::storage
