// SPDX-License-Identifier: BSL-1.0
#include "handlers/identifiers.hpp"

#include "handlers/contact_call.hpp"
#include "handlers/identifier_json.hpp"
#include "handlers/json_reader.hpp"
#include "storage/contact_repository.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

// An IdentifierClaimRequest.
struct claim_request {
    bool release = false;
    identifier_draft identifier;
};

domain::result<claim_request> read_claim(const json::object& body, std::string_view phone_region) {
    std::vector<domain::field_error> faults;
    object_reader reader(body, "", faults);
    claim_request claim;
    const auto operation = reader.text("operation");
    claim.release = operation == "Release";
    if (faults.empty() && operation != "Claim" && operation != "Release")
        reader.fault("operation", operation ? "value.invalid" : "value.required", "operation is Claim or Release.");
    const auto faults_before = faults.size();
    if (const auto* object = reader.object("identifier")) {
        object_reader inner(*object, "identifier", faults);
        claim.identifier = read_identifier(inner, phone_region);
    } else if (faults.size() == faults_before) {
        reader.fault("identifier", "value.required", "identifier is missing.");
    }
    reader.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    return claim;
}

domain::result<identifier_draft> read_look_up(const json::object& body, std::string_view phone_region) {
    std::vector<domain::field_error> faults;
    object_reader reader(body, "", faults);
    auto wanted = read_identifier(reader, phone_region);
    if (!faults.empty()) return to_error(std::move(faults));
    return wanted;
}

domain::result<void> check_division(const identifier_draft& draft, const domain::contact& person) {
    if (!draft.division_given || draft.division == person.division) return {};
    return domain::invalid_field("identifier.division.id", "value.invalid", "The contact is in another division.");
}

}  // namespace

answer list_identifiers(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return id.error();
    const auto view = with.database.read(asked.until, [&](storage::transaction& open) -> domain::result<contact_view> {
        auto person = storage::contact_repository(open).find_canonical(asked.organization, *id);
        if (!person) return identity::no_such_contact();
        return view_contact(open, asked.organization, std::move(*person), expansion::of(asked));
    });
    if (!view) return view.error();
    json::object listing;
    auto& entities = listing["entities"].emplace_array();
    for (const auto& held : view->held)
        if (held.owned) entities.push_back(render(held, view->person.division, view->sources));
    return reply(json::serialize(listing));
}

answer change_identifier(const context& with, const request& asked) {
    const auto id = contact_of(asked);
    if (!id) return id.error();
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    const auto claim = read_claim(*body, with.phone_region);
    if (!claim) return claim.error();
    const auto& value = claim->identifier.value;

    const auto changed =
        with.database.write(asked.organization, asked.until, [&](storage::transaction& open) -> domain::result<json::object> {
            identity::contact_book book(open, asked.organization, with.wall_clock());
            const auto person = book.find(*id);
            if (!person) return person.error();
            if (auto division = check_division(claim->identifier, *person); !division) return division.error();
            auto own = book.associations_of(*person);
            const auto held_before = own.held();
            if (auto done = claim->release ? own.release(value) : own.claim(value); !done) return done.error();
            const auto held = claim->release ? held_before : own.held();
            const auto found = std::find_if(held.begin(), held.end(), [&](const auto& one) { return one.value == value; });
            return render(*found, person->division, gather_sources(open, asked.organization, held, expansion::of(asked)));
        });
    if (!changed) return changed.error();
    return reply(json::serialize(*changed));
}

answer look_up_identifier(const context& with, const request& asked) {
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    const auto wanted = read_look_up(*body, with.phone_region);
    if (!wanted) return wanted.error();
    const auto view = with.database.read(asked.until, [&](storage::transaction& open) -> domain::result<contact_view> {
        const auto owner = storage::identifier_repository(open).owner({asked.organization, wanted->division}, wanted->value);
        auto person = owner ? storage::contact_repository(open).find(asked.organization, *owner) : std::nullopt;
        if (!person) return domain::failure(domain::errc::not_found, "No contact owns this identifier.");
        return view_contact(open, asked.organization, std::move(*person), expansion::of(asked));
    });
    return serialized(view);
}

}  // namespace extsrc::handlers
