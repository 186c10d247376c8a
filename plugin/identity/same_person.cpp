// SPDX-License-Identifier: BSL-1.0
#include "identity/same_person.hpp"

#include "storage/identifier_repository.hpp"

#include <algorithm>

namespace extsrc::identity {

ids_by_source ids_of(storage::transaction& open, const domain::contact_id& contact) {
    ids_by_source ids;
    for (const auto& held : storage::identifier_repository(open).held_by(contact))
        if (held.value.source) ids[*held.value.source].insert(held.value.value);
    return ids;
}

bool another_person(const ids_by_source& known, const ids_by_source& theirs) {
    return std::any_of(theirs.begin(), theirs.end(), [&](const auto& of_source) {
        const auto& [source, values] = of_source;
        const auto there = known.find(source);
        if (there == known.end()) return false;
        return !std::includes(there->second.begin(), there->second.end(), values.begin(), values.end());
    });
}

}  // namespace extsrc::identity
