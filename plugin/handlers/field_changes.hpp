// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "handlers/field_path.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// The body of a PATCH: an ExternalContactsPatchRequest.
namespace extsrc::handlers {

inline constexpr std::size_t max_changes = 100;          ///< of one request
inline constexpr std::size_t max_change_elements = 100;  ///< that one change adds to or removes from a list

/// What a change does to its field. Empty is as in is_empty(); a null or missing object on the way to the field counts as
/// missing.
enum class change_action : std::uint8_t {
    update,            ///< sets it, making missing objects on the way; null removes it
    update_if_empty,   ///< as update, but only where it is absent or empty
    update_if_exists,  ///< as update, but only where it is there and not empty
    append,           ///< adds an element, or each of an array, at the list's end, but none that is in it; makes a missing list
    remove,           ///< removes it; absent is fine, and so is an object that is left without members
    remove_elements,  ///< removes the elements that are the given one, or one of an array, or have its members; absent is fine
};

/// One change of a request.
struct field_change {
    std::string where;  ///< its path in the body as faults name it, such as "changes[2].field"
    field_path field;
    change_action action = change_action::update;
    boost::json::value value;  ///< null when the action takes none
};

/// Reads the changes, in the order of the body; none at all is a request that changes nothing.
/// @return errc::invalid with every fault: an unknown action or member, a path that is none or leads to what the server writes,
/// a
///         value that is missing, superfluous, too long a list, or would nest the contact too deeply to be read again, too many
///         changes. errc::conflict when two changes name one field, or a field and one inside it
[[nodiscard]] domain::result<std::vector<field_change>> read_changes(const boost::json::object& body);

}  // namespace extsrc::handlers
