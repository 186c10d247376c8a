// SPDX-License-Identifier: BSL-1.0
#include "identity/same_person.hpp"

#include "storage/identifier_repository.hpp"

#include <algorithm>

namespace extsrc::identity {

ids_of_source ids_under(storage::transaction& open, const domain::contact_id& contact, const domain::source_id& source) {
    ids_of_source ids;
    for (const auto& held : storage::identifier_repository(open).held_by(contact))
        if (held.value.source == source) ids.insert(held.value.value);
    return ids;
}

bool another_person(const ids_of_source& known, const ids_of_source& theirs) {
    return !known.empty() && !std::includes(known.begin(), known.end(), theirs.begin(), theirs.end());
}

}  // namespace extsrc::identity
