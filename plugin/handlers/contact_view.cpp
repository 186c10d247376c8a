// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_view.hpp"

#include <utility>

#include "handlers/query.hpp"
#include "storage/source_repository.hpp"

namespace extsrc::handlers {

contact_view view_contact(storage::transaction& open, const request& asked, domain::contact person) {
    contact_view view;
    view.held = storage::identifier_repository(open).held_by(person.id);
    view.person = std::move(person);
    view.show_identifiers = expands(asked, "identifiers");
    if (!expands(asked, "externalSources")) return view;
    storage::source_repository sources(open);
    for (const auto& held : view.held) {
        if (!held.value.source || view.sources.contains(*held.value.source)) continue;
        if (auto source = sources.find(asked.organization, *held.value.source))
            view.sources.emplace(source->id, std::move(*source));
    }
    return view;
}

domain::error no_such_contact() {
    return domain::failure(domain::errc::not_found, "There is no such contact.");
}

}  // namespace extsrc::handlers
