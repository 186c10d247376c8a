// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/contact_json.hpp"
#include "handlers/request.hpp"
#include "storage/transaction.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace extsrc::handlers {

/// What a client asked to see in full.
struct expansion {
    bool identifiers = false;
    bool external_sources = false;
    bool division = false;

    /// By the query parameter `expand`.
    [[nodiscard]] static expansion of(const request& asked);
    /// By the names of expansions; those this version does not have are ignored.
    [[nodiscard]] static expansion of(std::span<const std::string_view> names);
};

/// The sources a contact's external IDs refer to.
[[nodiscard]] source_references gather_sources(storage::transaction& open, const domain::organization_id& organization,
                                               const std::vector<storage::held_identifier>& held, const expansion& expand);

/// Gathers what is shown of a contact.
[[nodiscard]] contact_view view_contact(storage::transaction& open, const domain::organization_id& organization,
                                        domain::contact person, const expansion& expand);

/// The same of several contacts, in the order of `ids`; those that are gone are left out.
[[nodiscard]] std::vector<contact_view> view_contacts(storage::transaction& open, const domain::organization_id& organization,
                                                      std::span<const domain::contact_id> ids, const expansion& expand);

}  // namespace extsrc::handlers
