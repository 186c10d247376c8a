// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/external_source.hpp"
#include "domain/identifier.hpp"
#include "handlers/json_reader.hpp"
#include "storage/identifier_repository.hpp"

#include <boost/json.hpp>

#include <map>
#include <optional>
#include <string_view>

namespace extsrc::handlers {

/// A ContactIdentifier of a body: the identifier, and the division it is of.
struct identifier_draft {
    domain::identifier value;
    domain::division_id division;
    bool division_given = false;
};

/// Reads a ContactIdentifier; faults go to the reader, and the result is then without meaning.
[[nodiscard]] identifier_draft read_identifier(object_reader& body, std::string_view phone_region);

/// Reads an ExternalId of a contact's `externalIds`; faults as above.
[[nodiscard]] domain::identifier read_external_id(object_reader& body);

/// Reads an `externalSource` member, `{"id": UUID}`; a whole ExternalSource may stand there, as the SDK's model has it. Nothing
/// when the body has none, and for faults, which go to the reader.
[[nodiscard]] std::optional<domain::source_id> read_source_reference(object_reader& body);

/// Reads a `division` member, `{"id": UUID or "*"}`. @return whether the body gave one
[[nodiscard]] bool read_division(object_reader& body, domain::division_id& division);

/// How external sources are shown where an identifier refers to them.
struct source_references {
    std::map<domain::source_id, domain::external_source> live;  ///< deleted sources are not in it
    bool expanded = false;                                      ///< expand=externalSources
};

/// Live sources whole when expanded, else by id and selfUri; deleted ones by id alone.
[[nodiscard]] boost::json::object render_source(const domain::source_id& id, const source_references& sources);
/// The ContactIdentifier model.
[[nodiscard]] boost::json::object render(const storage::held_identifier& held, const domain::division_id& division,
                                         const source_references& sources);

}  // namespace extsrc::handlers
