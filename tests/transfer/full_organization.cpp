// SPDX-License-Identifier: BSL-1.0
#include "full_organization.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/change_log.hpp"
#include "storage/channel_resolution_repository.hpp"
#include "storage/contact_repository.hpp"
#include "storage/interaction_repository.hpp"
#include "storage/organization_writer.hpp"
#include "storage/source_repository.hpp"

namespace extsrc::transfer {
namespace {

using domain::identifier_type;
using domain::social_network;
using testing::acme;

constexpr domain::timestamp day = domain::timestamp{24} * 3600 * 1'000'000;

domain::phone_number number(const std::string& display, const std::string& e164) {
    domain::phone_number made;
    made.display = made.user_input = display;
    made.e164 = e164;
    made.country_code = "US";
    made.extension = 9'000'000'000;
    made.accepts_sms = false;
    return made;
}

domain::contact_profile full_profile() {
    domain::contact_profile profile;
    profile.first_name = "Ada Ʀ";
    profile.last_name = "Lovelace \"Countess\" \\ 伯爵夫人 🎩";
    profile.title = "Ḿs";
    profile.salutation = "Dear";
    profile.emails = {"Ada@Work.example", "", "other@example.com"};
    profile.phones[1] = number("+1 317-555-0142", testing::phone("3175550142").value);
    profile.address = domain::contact_address{"1 Main St", "", "Zürich", "", "8000", "CH"};
    profile.survey_opt_out = true;
    profile.external_system_url = "https://crm.example/ada?x=1&y=%20";
    profile.external_organization = "e0000000-0000-4000-8000-000000000009";
    profile.social(social_network::twitter) = domain::social_account{"77", "Ada L", "ada", "https://x.example/ada", true, {}};
    profile.social(social_network::whatsapp) =
        domain::social_account{"", "Ada", "", "", {}, number("+41 44 668 18 00", "+41446681800")};
    profile.apple_opaque_ids = {"apple-b", "apple-a"};
    return profile;
}

domain::contact person(const std::string& id, domain::contact_type type, const std::string& first_name) {
    domain::contact made{domain::contact_id::trusted(id), {}, type, {}, day, 2 * day + 1, {}};
    made.profile.first_name = first_name;
    if (type == domain::contact_type::ephemeral) made.expires_at = 60 * day;
    return made;
}

void add_contacts(storage::transaction& open, const domain::source_id& source) {
    storage::contact_repository contacts(open);
    auto complete = person(ada, domain::contact_type::curated, "");
    complete.profile = full_profile();
    contacts.insert(acme(), complete);
    open.sql() << "UPDATE contact SET custom_fields = :text WHERE id = :id", soci::use(custom_fields, "text"),
        soci::use(ada, "id");
    contacts.insert(acme(), person(visitor, domain::contact_type::ephemeral, ""));
    auto canonical = person(head, domain::contact_type::identified, "Grace");
    canonical.canonical = canonical.id;
    auto gone = person(merged, domain::contact_type::curated, "Grace");
    gone.merged_to = gone.canonical = canonical.id;
    contacts.insert(acme(), canonical);
    contacts.insert(acme(), gone);

    storage::identifier_repository identifiers(open);
    const auto where = testing::acme_scope();
    for (const auto& value :
         {testing::phone(shared_number), testing::external_id(source, "C-1001"), testing::external_id(source, "c-1001"),
          testing::email("ada@work.example"), testing::other(identifier_type::cookie, "crumb Z")})
        identifiers.hold(where, value, complete.id, 3 * day);
    identifiers.hold(where, testing::phone(shared_number), domain::contact_id::trusted(visitor), 4 * day);
}

void add_interactions(storage::transaction& open, const domain::source_id& source) {
    storage::interaction_repository interactions(open);
    domain::interaction call{"call Ä", acme(), {}, "voice", 5 * day, {}};
    interactions.insert_link(call, domain::contact_id::trusted(ada));
    interactions.put_decision(call,
                              {domain::outcome::matched,
                               domain::contact_id::trusted(ada),
                               {},
                               testing::external_id(source, "C-1001"),
                               "Because.",
                               "agent"},
                              6 * day);
    for (const char* id : {"B-unresolved", "a-unresolved"}) {
        call.id = id;
        interactions.put_decision(call, {domain::outcome::unresolved, {}, {}, {}, "Nothing to go by."}, 7 * day);
    }
}

void configure(storage::transaction& open, const domain::source_id& source) {
    storage::channel_resolution_repository channels(open);
    channels.put(acme(), {"webmessaging", "site"}, {true, testing::north(), source, true, false}, 8 * day);
    channels.put(acme(), {"voice", "Line 2"}, {false, {}, {}, false, false}, 9 * day);
}

}  // namespace

void fill(storage::database& database) {
    const auto crm = testing::add_source(database, "CRM");
    testing::delete_source(database, testing::add_source(database, "Straße"));
    testing::add_source(database, "STRASSE");
    testing::disable_source(database, testing::add_source(database, "Shop"));
    const auto stored = database.write(acme(), testing::soon(), [&](storage::transaction& open) -> domain::result<void> {
        add_contacts(open, crm);
        add_interactions(open, crm);
        configure(open, crm);
        storage::change_log(open).append(acme(), storage::change_kind::contact, ada, 10 * day);
        storage::change_log(open).append(acme(), storage::change_kind::external_source, crm.text(), 11 * day);
        return {};
    });
    stored.value();
}

void add_people(storage::database& database, int count, int first) {
    storage::organization_rows rows;
    for (int i = first; i < first + count; ++i) {
        std::string suffix = std::to_string(i);
        suffix.insert(0, 12 - suffix.size(), '0');
        auto& one = rows.contacts.emplace_back();
        one.id = "b0000000-0000-4000-8000-" + suffix;
        one.division_id = "*";
        one.type = "Curated";
        one.first_name = "Person" + suffix;
        one.identifiers.push_back({one.id, "*", "Cookie", "", "cookie" + suffix, {1}, 1});
        rows.links.push_back({"i" + suffix, one.id, "voice", 1});
        rows.decisions.push_back({"i" + suffix, "created", one.id, "", "", "", "New.", "", 1});
    }
    const auto stored = database.write(acme(), testing::soon(), [&](storage::transaction& open) -> domain::result<void> {
        storage::insert_rows(open, acme(), rows);
        return {};
    });
    stored.value();
}

}  // namespace extsrc::transfer
