// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "handlers/identifier_json.hpp"
#include "identity/contact_book.hpp"
#include "storage/contact_repository.hpp"
#include "storage/identifier_repository.hpp"

#include <boost/json.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace extsrc::handlers {

/// What a client writes of a contact.
struct contact_draft {
    domain::contact_profile profile;
    domain::division_id division;
    bool division_given = false;
    /// Absent when the body says nothing of external IDs, which leaves them as they are.
    identity::external_ids external_ids;
};

/// Reads an ExternalContact body; phones are rewritten as the contract says. What the server writes itself is ignored, fields
/// this version does not serve are refused unless they are empty. @param path of the contact in the request's body; empty for
/// the body itself @return errc::invalid with every faulty field
[[nodiscard]] domain::result<contact_draft> read_contact(const boost::json::object& body, std::string_view phone_region,
                                                         std::string_view path = {});

/// A contact with all that is shown of it.
struct contact_view {
    domain::contact person;
    std::vector<storage::held_identifier> held;
    std::vector<storage::merge_member> merge_set;  ///< empty when it never took part in a merge
    bool show_identifiers = false;                 ///< expand=identifiers
    bool show_division = false;                    ///< expand=division
    source_references sources;
};

/// The ExternalContact model.
[[nodiscard]] boost::json::object render(const contact_view& view);

}  // namespace extsrc::handlers
