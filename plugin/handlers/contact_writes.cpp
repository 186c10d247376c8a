// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_writes.hpp"

#include "handlers/profile_json.hpp"
#include "storage/identifier_repository.hpp"

namespace extsrc::handlers {

namespace json = boost::json;

domain::result<domain::contact> create(identity::contact_book& book, const contact_draft& draft) {
    domain::contact person;
    person.division = draft.division;
    person.profile = draft.profile;
    return book.create(std::move(person), draft.external_ids);
}

domain::result<domain::contact> replace(identity::contact_book& book, const domain::contact_id& id,
                                        const contact_draft& draft) {
    const auto before = book.find(id);
    if (!before) return before.error();
    if (draft.division_given && draft.division != before->division)
        return domain::invalid_field("division.id", "value.immutable", "The division of a contact cannot be changed.");
    return book.replace(id, draft.profile, draft.external_ids);
}

json::array render_external_ids(storage::transaction& open, const domain::contact_id& id) {
    json::array external_ids;
    for (const auto& held : storage::identifier_repository(open).held_by(id))
        if (held.value.source)
            external_ids.push_back(
                json::object{{"externalSource", {{"id", held.value.source->text()}}}, {"value", held.value.value}});
    return external_ids;
}

json::object writable(storage::transaction& open, const domain::contact& person) {
    json::object model;
    render_profile(person.profile, model);
    model["externalIds"] = render_external_ids(open, person.id);
    return model;
}

}  // namespace extsrc::handlers
