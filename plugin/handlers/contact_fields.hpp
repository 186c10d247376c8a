// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/field_path.hpp"
#include "handlers/json_reader.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

/// What those who change an ExternalContact field by field must know of its fields.
namespace extsrc::handlers {

/// Reads the member `field` of a change or rule, which has to name a field that clients write. Nothing with a fault.
[[nodiscard]] std::optional<field_path> read_contact_field(object_reader& reader);

/// Whether the field is, or is inside, one that the server writes; the division too, which never changes.
[[nodiscard]] bool is_server_written(const field_path& field);

/// Whether an object is one value, which members of another must not be mixed into, such as a phone number.
[[nodiscard]] bool is_one_value(const field_path& field);
[[nodiscard]] bool is_inside_one_value(const field_path& field);

/// Whether it is a phone number; one without a `display` is absent, whatever else it says.
[[nodiscard]] bool is_phone(const field_path& field);
/// Whether it is inside the custom fields, where "" is a value like any other.
[[nodiscard]] bool is_custom(const field_path& field);

/// How many elements a list of a contact can have.
struct list_cap {
    std::string_view field;
    std::size_t size;
    std::string_view limit_key;  ///< of the failure when it is reached
};

/// Nothing for lists without a cap of their own, such as those in custom fields.
[[nodiscard]] std::optional<list_cap> cap_of(const field_path& list);

/// What tells an element of a list from the others; two with equal identities are the same element. An external ID's is its
/// source's id and its value in normal form, whatever else it shows of the source; of anything else, all of it.
[[nodiscard]] boost::json::value identity_of(const field_path& list, const boost::json::value& element);

/// A contact's body without `externalIds` leaves them as they are; where a change took them away, the list is written empty.
void spell_out_cleared_lists(const boost::json::object& before, boost::json::object& after);

}  // namespace extsrc::handlers
