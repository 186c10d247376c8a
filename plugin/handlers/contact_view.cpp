// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_view.hpp"

#include "handlers/query.hpp"
#include "storage/source_repository.hpp"

#include <algorithm>
#include <utility>

namespace extsrc::handlers {

expansion expansion::of(const request& asked) {
    return of(read_list(asked, "expand"));
}

expansion expansion::of(std::span<const std::string_view> names) {
    const auto named = [&](std::string_view what) { return std::find(names.begin(), names.end(), what) != names.end(); };
    return {named("identifiers"), named("externalSources"), named("division")};
}

source_references gather_sources(storage::transaction& open, const domain::organization_id& organization,
                                 const std::vector<storage::held_identifier>& held, const expansion& expand) {
    source_references references;
    references.expanded = expand.external_sources;
    storage::source_repository sources(open);
    for (const auto& one : held) {
        if (!one.value.source || references.live.contains(*one.value.source)) continue;
        if (auto source = sources.find(organization, *one.value.source))
            references.live.emplace(source->id, std::move(*source));
    }
    return references;
}

contact_view view_contact(storage::transaction& open, const domain::organization_id& organization, domain::contact person,
                          const expansion& expand) {
    contact_view view;
    view.held = storage::identifier_repository(open).held_by(person.id);
    if (!person.canonical.empty()) view.merge_set = storage::contact_repository(open).merge_set(person.canonical);
    view.person = std::move(person);
    view.show_identifiers = expand.identifiers;
    view.show_division = expand.division;
    view.sources = gather_sources(open, organization, view.held, expand);
    return view;
}

std::vector<contact_view> view_contacts(storage::transaction& open, const domain::organization_id& organization,
                                        std::span<const domain::contact_id> ids, const expansion& expand) {
    std::vector<contact_view> views;
    storage::contact_repository contacts(open);
    for (const auto& id : ids)
        if (auto person = contacts.find(organization, id))
            views.push_back(view_contact(open, organization, std::move(*person), expand));
    return views;
}

}  // namespace extsrc::handlers
