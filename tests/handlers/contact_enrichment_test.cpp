// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_enrichment.hpp"

#include "client.hpp"
#include "handlers/bulk_contacts.hpp"
#include "handlers/contact_patch.hpp"
#include "handlers/contacts.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
using domain::errc;

constexpr auto each = boost::test_tools::per_element();
const std::string line = R"({"type":"Phone","value":"+13175550142"})";
const std::string mail = R"({"type":"Email","value":"ann@example.com"})";

struct enrichments : client {
    std::string crm = testing::add_source(database, "CRM").text();

    std::string external(const std::string& value) const {
        return R"({"type":"ExternalId","value":")" + value + R"(","externalSource":{"id":")" + crm + "\"}}";
    }
    static std::string body(const std::string& action, const std::string& matching, const std::string& rest = "") {
        return R"({"action":")" + action + R"(","matchingIdentifiers":[)" + matching + "]" + rest + "}";
    }
    answer enrich(const std::string& action, const std::string& matching, const std::string& rest = "",
                  const pairs& query = {}) {
        now += 1'000'000;
        return call(enrich_contact, {}, body(action, matching, rest), query);
    }
    json::object enriched(const std::string& action, const std::string& matching, const std::string& rest = "") {
        const auto done = enrich(action, matching, rest);
        BOOST_TEST_REQUIRE(done.has_value(), (done ? "" : done.error().message));
        return json::parse(done->body).as_object();
    }
    long long contacts() { return number("SELECT COUNT(*) FROM contact WHERE merged_to = ''"); }
};

const std::string not_insert[] = {"Upsert", "Merge"};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(enrichment, enrichments)

BOOST_AUTO_TEST_CASE(inserts_answer_201_and_own_what_they_were_matched_by) {
    const auto done = enrich("Insert", external("C-1") + "," + line, R"(,"contact":{"firstName":"Ann"})");
    BOOST_TEST_REQUIRE(done.has_value());
    BOOST_TEST(done->status == 201U);
    const auto made = json::parse(done->body).as_object();
    BOOST_TEST(text(made, "/firstName") == "Ann");
    BOOST_TEST(text(made, "/type") == "Curated");
    BOOST_TEST(text(made, "/externalIds/0/value") == "C-1");
    BOOST_TEST(testing::owner_of(database, testing::phone("+13175550142")) == text(made, "/id"));
}

BOOST_AUTO_TEST_CASE(an_insert_that_matches_is_a_conflict_naming_the_contact) {
    const auto first = text(enriched("Insert", line), "/id");
    const auto refused = enrich("Insert", mail + "," + line);
    BOOST_TEST(refused.error().code == errc::conflict);
    BOOST_TEST(refused.error().entity_id == first);
    BOOST_TEST(contacts() == 1);
}

BOOST_AUTO_TEST_CASE(an_update_without_a_match_is_not_found) {
    BOOST_TEST(enrich("Update", line).error().code == errc::not_found);
    BOOST_TEST(contacts() == 0);
}

BOOST_AUTO_TEST_CASE(an_update_changes_the_first_match_and_adds_what_nobody_owns) {
    const auto ann = text(enriched("Insert", line, R"(,"contact":{"firstName":"Ann","lastName":"Lee"})"), "/id");
    const auto bob = text(enriched("Insert", mail), "/id");
    const auto done = enrich("Update", external("C-1") + "," + line + "," + mail, R"(,"contact":{"firstName":"Anna"})");
    BOOST_TEST_REQUIRE(done.has_value());
    BOOST_TEST(done->status == 200U);
    const auto changed = json::parse(done->body).as_object();
    BOOST_TEST(text(changed, "/id") == ann);
    BOOST_TEST(text(changed, "/firstName") == "Anna");
    BOOST_TEST(text(changed, "/lastName") == "Lee");
    BOOST_TEST(text(changed, "/externalIds/0/value") == "C-1");
    BOOST_TEST(testing::owner_of(database, testing::email("ann@example.com")) == bob);
}

BOOST_DATA_TEST_CASE(others_make_a_contact_where_none_matches, data::make(not_insert)) {
    const auto done = enrich(sample, line);
    BOOST_TEST_REQUIRE(done.has_value());
    BOOST_TEST(done->status == 201U);
    BOOST_TEST(contacts() == 1);
}

BOOST_AUTO_TEST_CASE(a_merge_joins_all_matches_and_then_brings_the_data_in) {
    const auto ann = text(enriched("Insert", line, R"(,"contact":{"firstName":"Ann"})"), "/id");
    const auto anna = text(enriched("Insert", mail, R"(,"contact":{"lastName":"Lee"})"), "/id");
    const auto done = enrich("Merge", line + "," + mail, R"(,"contact":{"title":"Dr"})");
    BOOST_TEST_REQUIRE(done.has_value());
    BOOST_TEST(done->status == 200U);
    const auto head = json::parse(done->body).as_object();
    BOOST_TEST(text(head, "/firstName") == "Ann");
    BOOST_TEST(text(head, "/lastName") == "Lee");
    BOOST_TEST(text(head, "/title") == "Dr");
    BOOST_TEST(head.at("mergedFrom").as_array().size() == 2U);
    BOOST_TEST(text(good(get_contact, {{"contactId", ann}}), "/id") == text(head, "/id"));
    BOOST_TEST(contacts() == 1);
}

BOOST_AUTO_TEST_CASE(promotion_is_as_asked) {
    const auto passing = testing::add_contact(database, 1, {testing::phone("+13175550142")}, testing::acme_scope(),
                                              domain::contact_type::ephemeral);
    BOOST_TEST(text(enriched("Update", line), "/type") == "Ephemeral");
    const auto promoted = enriched("Update", line, R"(,"options":{"promote":true})");
    BOOST_TEST(text(promoted, "/type") == "Curated");
    BOOST_TEST(text(promoted, "/id") == passing.text());
}

BOOST_AUTO_TEST_CASE(a_dry_run_tells_what_would_come_and_changes_nothing) {
    const auto dry = enrich("Upsert", line, R"(,"contact":{"firstName":"Ann"})", {{"dryRun", "true"}});
    BOOST_TEST_REQUIRE(dry.has_value());
    BOOST_TEST(dry->status == 201U);
    BOOST_TEST(dry->body.find("\"Ann\"") != std::string::npos);
    BOOST_TEST(contacts() == 0);
    BOOST_TEST(number("SELECT COUNT(*) FROM identifier") == 0);
}

BOOST_AUTO_TEST_CASE(nothing_new_under_a_disabled_source) {
    const auto known = text(enriched("Insert", external("C-1")), "/id");
    testing::disable_source(database, domain::source_id::trusted(crm));
    BOOST_TEST(enrich("Upsert", external("C-2")).error().code == errc::external_source_inactive);
    BOOST_TEST(text(enriched("Upsert", external("C-1"), R"(,"contact":{"firstName":"Ann"})"), "/id") == known);
    BOOST_TEST(contacts() == 1);
}

BOOST_AUTO_TEST_CASE(rules_decide_field_by_field) {
    enriched("Insert", line, R"(,"contact":{"firstName":"Ann","customFields":{"tier":1}})");
    const auto changed = enriched("Update", line, R"(,"contact":{"firstName":"Bo","lastName":"Lee","customFields":{"tier":2}},
        "fieldRules":{"defaultAction":"PreferExisting","rules":[{"field":"$.customFields.tier","action":"PreferProvided"}]})");
    BOOST_TEST(text(changed, "/firstName") == "Ann");
    BOOST_TEST(text(changed, "/lastName") == "Lee");
    BOOST_TEST(json::value(changed).at_pointer("/customFields/tier").as_int64() == 2);
}

BOOST_AUTO_TEST_CASE(divisions_do_not_meet) {
    const std::string north = R"(,"division":{"id":")" + testing::north().text() + "\"}";
    const auto here = text(enriched("Insert", line), "/id");
    const auto there = text(enriched("Insert", line, north), "/id");
    BOOST_TEST(here != there);
    BOOST_TEST(text(enriched("Update", line, north), "/division/id") == testing::north().text());
}

BOOST_AUTO_TEST_CASE(faulty_requests_name_every_fault) {
    const auto failed = bad(enrich_contact, {}, R"({"action":"Replace","matchingIdentifiers":[7,{"type":"Phone","value":""}],
        "contact":{"workEmail":"nobody"},"options":{"promote":1},"more":1})");
    BOOST_TEST(
        faults_of(failed) == (texts{"matchingIdentifiers[0] type.mismatch", "matchingIdentifiers[1].value value.required",
                                    "action value.invalid", "contact.workEmail email.invalid", "options.promote type.mismatch",
                                    "more field.unknown"}),
        each);
    BOOST_TEST(
        faults_of(bad(enrich_contact, {}, "{}")) == (texts{"matchingIdentifiers value.required", "action value.required"}),
        each);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(patches, enrichments)

BOOST_AUTO_TEST_CASE(change_single_fields_and_keep_what_was_typed) {
    const auto id = text(good(create_contact, {},
                              R"({"firstName":"Ann","workPhone":{"display":"317 555 0142"},
        "externalIds":[{"externalSource":{"id":")" +
                                  crm + R"("},"value":"C-1"}]})"),
                         "/id");
    const auto patched = good(patch_contact, {{"contactId", id}}, R"({"changes":[
        {"field":"$.lastName","action":"Update","value":"Lee"},
        {"field":"$.address.city","action":"UpdateIfEmpty","value":"Carmel"},
        {"field":"$.cellPhone.display","action":"Update","value":"+13175550143"}]})");
    BOOST_TEST(text(patched, "/firstName") == "Ann");
    BOOST_TEST(text(patched, "/lastName") == "Lee");
    BOOST_TEST(text(patched, "/address/city") == "Carmel");
    BOOST_TEST(text(patched, "/cellPhone/e164") == "+13175550143");
    BOOST_TEST(text(patched, "/workPhone/userInput") == "317 555 0142");
    BOOST_TEST(text(patched, "/externalIds/0/value") == "C-1");
}

BOOST_AUTO_TEST_CASE(of_an_extension_keep_the_number_as_it_was_typed) {
    const auto id =
        text(good(create_contact, {}, R"({"workPhone":{"display":"020 7946 0958","normalizationCountryCode":"GB"}})"), "/id");
    const auto patched = good(patch_contact, {{"contactId", id}},
                              R"({"changes":[{"field":"$.workPhone.extension","action":"Update","value":7}]})");
    BOOST_TEST(text(patched, "/workPhone/userInput") == "020 7946 0958");
    BOOST_TEST(text(patched, "/workPhone/e164") == "+442079460958");
    BOOST_TEST(json::value(patched).at_pointer("/workPhone/extension").as_int64() == 7);
}

BOOST_AUTO_TEST_CASE(append_and_remove_external_ids) {
    const auto id = text(good(create_contact, {}, "{}"), "/id");
    const auto change = [&](const std::string& action, const std::string& value) {
        return good(patch_contact, {{"contactId", id}},
                    R"({"changes":[{"field":"$.externalIds","action":")" + action + R"(","value":{"externalSource":{"id":")" +
                        crm + R"("},"value":")" + value + "\"}}]}");
    };
    change("AppendToCollection", "C-1");
    BOOST_TEST(change("AppendToCollection", "C-2").at("externalIds").as_array().size() == 2U);
    const auto left = change("RemoveFromCollection", "C-1");
    BOOST_TEST_REQUIRE(left.at("externalIds").as_array().size() == 1U);
    BOOST_TEST(text(left, "/externalIds/0/value") == "C-2");
}

BOOST_AUTO_TEST_CASE(are_held_to_the_rules_of_a_contact_and_change_nothing_when_they_break_one) {
    const auto id = text(good(create_contact, {}, R"({"firstName":"Ann"})"), "/id");
    const auto failed = bad(patch_contact, {{"contactId", id}}, R"({"changes":[
        {"field":"$.firstName","action":"Update","value":"Bo"},{"field":"$.workEmail","action":"Update","value":"nobody"}]})");
    BOOST_TEST(faults_of(failed) == texts{"workEmail email.invalid"}, each);
    BOOST_TEST(text(good(get_contact, {{"contactId", id}}), "/firstName") == "Ann");
    BOOST_TEST(bad(patch_contact, {{"contactId", "x"}}, R"({"changes":[]})").code == errc::not_found);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(bulk, enrichments)

BOOST_AUTO_TEST_CASE(adds_each_by_itself_and_tells_which_failed) {
    const auto done = good(add_contacts, {}, R"({"entities":[{"firstName":"Ann"},{"workEmail":"nobody","id":"mine"},7,{}]})");
    BOOST_TEST(done.at("errorCount").to_number<int>() == 2);
    BOOST_TEST(done.at("errorIndexes") == (json::array{1, 2}));
    const auto& results = done.at("results").as_array();
    BOOST_TEST(results.at(0).at("success").as_bool());
    BOOST_TEST(results.at(0).at("status").to_number<int>() == 200);
    BOOST_TEST(results.at(0).at_pointer("/entity/firstName").as_string() == "Ann");
    BOOST_TEST(results.at(0).at("id") == results.at(0).at_pointer("/entity/id"));
    const auto& failed = results.at(1).as_object();
    BOOST_TEST(!failed.at("success").as_bool());
    BOOST_TEST(failed.at("id").as_string() == "mine");
    BOOST_TEST(json::value(failed).at_pointer("/error/code").as_string() == "bad.request");
    BOOST_TEST(json::value(failed).at_pointer("/error/details/0/fieldName").as_string() == "workEmail");
    BOOST_TEST(!json::value(failed).at_pointer("/error/retryable").as_bool());
    BOOST_TEST(contacts() == 2);
}

BOOST_AUTO_TEST_CASE(fetches_updates_and_removes_by_id) {
    const auto a = text(good(create_contact, {}, "{}"), "/id");
    const std::string unknown = "3f0a1c5e-0000-4000-8000-00000000ffff";
    const std::string both = R"({"entities":[{"id":")" + a + R"("},{"id":")" + unknown + R"("},{}]})";
    const auto fetched = good(fetch_contacts, {}, both);
    BOOST_TEST(fetched.at("errorIndexes") == (json::array{1, 2}));
    BOOST_TEST(fetched.at("results").at(1).at("status").to_number<int>() == 404);
    const auto updated = good(update_contacts, {}, R"({"entities":[{"id":")" + a + R"(","firstName":"Ann"}]})");
    BOOST_TEST(updated.at("results").at(0).at_pointer("/entity/firstName").as_string() == "Ann");
    BOOST_TEST(good(remove_contacts, {}, both).at("errorCount").to_number<int>() == 2);
    BOOST_TEST(contacts() == 0);
}

BOOST_AUTO_TEST_CASE(unresolved_shows_the_record_itself) {
    const auto a = text(enriched("Insert", line), "/id");
    enriched("Insert", mail);
    const auto head = text(enriched("Merge", line + "," + mail), "/id");
    const std::string body = R"({"entities":[{"id":")" + a + R"("}]})";
    const auto raw = good(fetch_unresolved_contacts, {}, body);
    BOOST_TEST(raw.at("results").at(0).at_pointer("/entity/id").as_string() == a);
    const auto answering = good(fetch_contacts, {}, body);
    BOOST_TEST(answering.at("results").at(0).at_pointer("/entity/id").as_string() == head);
    BOOST_TEST(answering.at("results").at(0).at("id").as_string() == a);
}

BOOST_AUTO_TEST_CASE(enriches_with_the_client_s_own_ids) {
    const auto done = good(enrich_contacts, {},
                           R"({"entities":[{"id":"row-1","action":"Insert","matchingIdentifiers":[)" + line +
                               R"(]},{"id":"row-2","action":"Update","matchingIdentifiers":[)" + mail + "]}]}");
    BOOST_TEST(done.at("results").at(0).at("id").as_string() == "row-1");
    BOOST_TEST(done.at("results").at(0).at("status").to_number<int>() == 201);
    BOOST_TEST(done.at("results").at(1).at("id").as_string() == "row-2");
    BOOST_TEST(done.at("results").at(1).at("status").to_number<int>() == 404);
}

BOOST_AUTO_TEST_CASE(rehearses_enrichments_each_by_itself) {
    const std::string entity = R"({"action":"Upsert","matchingIdentifiers":[)" + line + "]}";
    const auto dry = good(enrich_contacts, {}, R"({"entities":[)" + entity + "," + entity + "]}", {{"dryRun", "true"}});
    for (const auto& result : dry.at("results").as_array()) BOOST_TEST(result.at("status").to_number<int>() == 201);
    BOOST_TEST(contacts() == 0);
}

BOOST_AUTO_TEST_CASE(tells_of_a_failing_database_entity_by_entity_and_nothing_of_its_inside) {
    *raw() << "DROP TABLE contact_word";
    const auto done = good(add_contacts, {}, R"({"entities":[{"firstName":"Ann"},{"workEmail":"nobody"}]})");
    BOOST_TEST(done.at("errorCount").to_number<int>() == 2);
    const auto& failed = done.at("results").at(0).at("error").as_object();
    BOOST_TEST(failed.at("status").to_number<int>() == 500);
    BOOST_TEST(!failed.at("retryable").as_bool());
    BOOST_TEST(text(failed, "/message").find("contact_word") == std::string::npos);
    BOOST_TEST(done.at("results").at(1).at("status").to_number<int>() == 400);
}

BOOST_AUTO_TEST_CASE(has_caps_and_wants_a_list) {
    const auto many = [](int count) {
        std::string body = R"({"entities":[)";
        for (int i = 0; i < count; ++i) body += i == 0 ? "{}" : ",{}";
        return body + "]}";
    };
    BOOST_TEST(good(add_contacts, {}, many(50)).at("errorCount").to_number<int>() == 0);
    BOOST_TEST(bad(add_contacts, {}, many(51)).code == errc::too_large);
    BOOST_TEST(bad(enrich_contacts, {}, many(11)).code == errc::too_large);
    BOOST_TEST(faults_of(bad(add_contacts, {}, "{}")) == texts{"entities value.required"}, each);
    BOOST_TEST(contacts() == 50);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
