// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_view.hpp"

#include "handlers/query.hpp"
#include "storage/source_repository.hpp"

#include <utility>

namespace extsrc::handlers {

source_references gather_sources(storage::transaction& open, const request& asked,
                                 const std::vector<storage::held_identifier>& held) {
    source_references references;
    references.expanded = expands(asked, "externalSources");
    storage::source_repository sources(open);
    for (const auto& one : held) {
        if (!one.value.source || references.live.contains(*one.value.source)) continue;
        if (auto source = sources.find(asked.organization, *one.value.source))
            references.live.emplace(source->id, std::move(*source));
    }
    return references;
}

contact_view view_contact(storage::transaction& open, const request& asked, domain::contact person) {
    contact_view view;
    view.held = storage::identifier_repository(open).held_by(person.id);
    view.person = std::move(person);
    view.show_identifiers = expands(asked, "identifiers");
    view.sources = gather_sources(open, asked, view.held);
    return view;
}

domain::error no_such_contact() {
    return domain::failure(domain::errc::not_found, "There is no such contact.");
}

}  // namespace extsrc::handlers
