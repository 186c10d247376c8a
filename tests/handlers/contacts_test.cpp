// SPDX-License-Identifier: BSL-1.0
#include "handlers/contacts.hpp"

#include "client.hpp"
#include "handlers/contact_scan.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace extsrc::handlers {
namespace {

using domain::errc;
const auto each = boost::test_tools::per_element();

struct contacts : client {
    std::string create(const std::string& body) { return text(good(create_contact, {}, body), "/id"); }
    json::object get(const std::string& id, const pairs& query = {}) {
        return good(get_contact, {{"contactId", id}}, {}, query);
    }
    json::object put(const std::string& id, const std::string& body) {
        return good(replace_contact, {{"contactId", id}}, body);
    }
    std::string external_ids(const domain::source_id& source, std::initializer_list<const char*> values) {
        std::string list;
        for (const auto* value : values)
            list += (list.empty() ? "" : ",") + std::string(R"({"externalSource":{"id":")") + source.text() +
                    R"("},"value":")" + value + R"("})";
        return R"("externalIds":[)" + list + "]";
    }
};

texts values_of(const json::object& contact) {
    texts values;
    for (const auto& one : contact.at("externalIds").as_array()) values.emplace_back(one.at("value").as_string());
    return values;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(contact_handlers, contacts)

BOOST_AUTO_TEST_CASE(an_empty_body_makes_a_curated_unassigned_contact) {
    const auto made = good(create_contact, {}, "{}");
    BOOST_TEST(text(made, "/type") == "Curated");
    BOOST_TEST(text(made, "/division/id") == "*");
    BOOST_TEST(text(made, "/createDate") == "2023-11-14T22:13:20.000Z");
    BOOST_TEST(text(made, "/selfUri") == "/api/v2/externalcontacts/contacts/" + text(made, "/id"));
    BOOST_TEST(made.at("externalIds").as_array().empty());
    BOOST_TEST((get(text(made, "/id")) == made));
}

BOOST_AUTO_TEST_CASE(every_field_that_is_written_is_shown) {
    const auto made = good(create_contact, {}, R"({
        "firstName":" Ann ","middleName":"B","lastName":"Lee","salutation":"Dr","title":"Head",
        "workEmail":"Ann@Example.com","personalEmail":"b@example.com","otherEmail":"c@example.com",
        "workPhone":{"display":"(317) 555-0142","extension":7,"acceptsSMS":true},
        "address":{"address1":"1 Main","city":"Carmel","countryCode":"US"},
        "surveyOptOut":false,"externalSystemUrl":"https://crm.example/ann",
        "customFields":{"colour":"blue","deep":{"n":[1,2.5,null]}}})");
    BOOST_TEST(text(made, "/firstName") == "Ann");
    BOOST_TEST(text(made, "/workEmail") == "Ann@Example.com");
    BOOST_TEST(text(made, "/workPhone/display") == "+1 317-555-0142");
    BOOST_TEST(text(made, "/workPhone/e164") == "+13175550142");
    BOOST_TEST(text(made, "/workPhone/userInput") == "(317) 555-0142");
    BOOST_TEST(made.at("workPhone").at("extension").as_int64() == 7);
    BOOST_TEST((made.at("customFields") == json::parse(R"({"colour":"blue","deep":{"n":[1,2.5,null]}})")));
    BOOST_TEST((made.at("address") == json::parse(R"({"address1":"1 Main","city":"Carmel","countryCode":"US"})")));
    const auto id = text(made, "/id");
    BOOST_TEST((get(id) == made));
}

BOOST_AUTO_TEST_CASE(what_get_answers_can_be_put_back) {
    const auto crm = testing::add_source(database, "CRM");
    const auto id = create(R"({"firstName":"Ann","workPhone":{"display":"+1 317-555-0142"},"customFields":{"a":[1]},)" +
                           external_ids(crm, {"C-1"}) + "}");
    for (const pairs& query : {pairs{}, pairs{{"expand", "identifiers,externalSources"}}})
        BOOST_TEST((put(id, json::serialize(get(id, query))) == get(id)));
}

BOOST_AUTO_TEST_CASE(blank_texts_are_absent) {
    const auto made = good(create_contact, {},
                           R"({"firstName":"  ","workEmail":" ","workPhone":{"display":" \t"},"externalSystemUrl":" ",
                               "address":{"city":" "},"customFields":{}})");
    for (const auto* member : {"firstName", "workEmail", "workPhone", "externalSystemUrl", "address", "customFields"})
        BOOST_TEST(!made.contains(member), member);
}

BOOST_AUTO_TEST_CASE(an_external_system_url_is_of_the_web_and_names_a_host) {
    for (const std::string address : {"javascript:x", "http:crm", "https://", "crm.example"}) {
        const auto failed = bad(create_contact, {}, R"({"externalSystemUrl":")" + address + R"("})");
        BOOST_TEST(faults_of(failed) == texts{"externalSystemUrl url.invalid"}, each);
    }
}

BOOST_AUTO_TEST_CASE(faulty_bodies_name_every_fault_and_create_nothing) {
    const auto failed =
        bad(create_contact, {}, R"({"firstName":1,"workEmail":"nobody","workPhone":{"display":"1","extension":-1},
        "cellPhone":{"display":"1","normalizationCountryCode":"XX"},"address":{"street":"x"},"externalSystemUrl":"javascript:x",
        "division":{"id":"north"},"schema":{"id":"s"},"externalIds":[7,{"value":"C-1"}],"nickName":"x"})");
    const texts expected{"firstName type.mismatch",
                         "workEmail email.invalid",
                         "workPhone.extension value.out.of.range",
                         "cellPhone.normalizationCountryCode value.invalid",
                         "address.street field.unknown",
                         "externalSystemUrl url.invalid",
                         "division.id value.invalid",
                         "externalIds[0] type.mismatch",
                         "externalIds[1].externalSource.id value.required",
                         "schema field.not.supported",
                         "nickName field.unknown"};
    BOOST_TEST(faults_of(failed) == expected, each);
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 0);
}

BOOST_AUTO_TEST_CASE(custom_fields_have_a_limit) {
    const auto body = [](std::size_t size) { return R"({"customFields":{"a":")" + std::string(size - 8, 'x') + "\"}}"; };
    BOOST_TEST(call(create_contact, {}, body(domain::max_custom_fields_bytes)).has_value());
    BOOST_TEST(
        faults_of(bad(create_contact, {}, body(domain::max_custom_fields_bytes + 1))) == (texts{"customFields value.too.long"}),
        each);
}

BOOST_AUTO_TEST_CASE(names_may_have_1000_code_points) {
    std::string name;
    for (int i = 0; i < 1000; ++i) name += "\u00E9";
    BOOST_TEST(call(create_contact, {}, R"({"firstName":")" + name + "\"}").has_value());
    BOOST_TEST(!call(create_contact, {}, R"({"firstName":")" + name + "x\"}").has_value());
}

BOOST_AUTO_TEST_CASE(phones_and_addresses_are_held_and_a_duplicate_is_no_conflict) {
    const auto first = create(R"({"workPhone":{"display":"+13175550142"},"workEmail":"a@example.com"})");
    const auto second = create(R"({"cellPhone":{"display":"+13175550142"}})");
    BOOST_TEST(testing::owner_of(database, testing::phone("+13175550142")) == first);
    BOOST_TEST(testing::owner_of(database, testing::email("a@example.com")) == first);
    good(delete_contact, {{"contactId", first}});
    BOOST_TEST(testing::owner_of(database, testing::phone("+13175550142")) == second);
}

BOOST_AUTO_TEST_CASE(external_ids_are_claimed_and_a_taken_one_creates_nothing) {
    const auto crm = testing::add_source(database, "CRM");
    const auto ann = create("{" + external_ids(crm, {"C-1", "C-2", "C-1"}) + "}");
    BOOST_TEST(values_of(get(ann)) == (texts{"C-1", "C-2"}), each);
    const auto failed = bad(create_contact, {}, R"({"firstName":"Bob",)" + external_ids(crm, {"C-3", "C-2"}) + "}");
    BOOST_TEST(failed.code == errc::identifier_claimed);
    BOOST_TEST(failed.entity_id == ann);
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 1);
    BOOST_TEST(testing::owner_of(database, testing::external_id(crm, "C-3")) == "");
}

BOOST_AUTO_TEST_CASE(eleven_external_ids_are_too_many) {
    const auto crm = testing::add_source(database, "CRM");
    BOOST_TEST(faults_of(bad(create_contact, {},
                             "{" + external_ids(crm, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}) + "}")) ==
                   (texts{"externalIds too.many"}),
               each);
}

BOOST_AUTO_TEST_CASE(replacing_clears_what_is_omitted_but_not_external_ids) {
    const auto crm = testing::add_source(database, "CRM");
    const auto id = create(R"({"firstName":"Ann","workPhone":{"display":"+13175550142"},)" + external_ids(crm, {"C-1"}) + "}");
    now += 1'000'000;
    const auto after = put(id, R"({"lastName":"Lee"})");
    BOOST_TEST(!after.contains("firstName"));
    BOOST_TEST(!after.contains("workPhone"));
    BOOST_TEST(values_of(after) == (texts{"C-1"}), each);
    BOOST_TEST(text(after, "/modifyDate") == "2023-11-14T22:13:21.000Z");
    BOOST_TEST(text(after, "/createDate") == "2023-11-14T22:13:20.000Z");
    BOOST_TEST(testing::owner_of(database, testing::phone("+13175550142")) == "");
    BOOST_TEST(values_of(put(id, R"({"externalIds":[]})")).empty());
}

BOOST_AUTO_TEST_CASE(a_refused_replacement_changes_nothing_at_all) {
    const auto crm = testing::add_source(database, "CRM");
    create("{" + external_ids(crm, {"C-1"}) + "}");
    const auto id = create(R"({"firstName":"Bob","workEmail":"b@example.com"})");
    const auto before = get(id);
    BOOST_TEST(bad(replace_contact, {{"contactId", id}}, R"({"firstName":"X",)" + external_ids(crm, {"C-1"}) + "}").code ==
               errc::identifier_claimed);
    BOOST_TEST((get(id) == before));
    BOOST_TEST(testing::owner_of(database, testing::email("b@example.com")) == id);
}

BOOST_AUTO_TEST_CASE(the_division_cannot_be_changed) {
    const auto id = create(R"({"division":{"id":")" + testing::north().text() + "\"}}");
    BOOST_TEST(faults_of(bad(replace_contact, {{"contactId", id}}, R"({"division":{"id":"*"}})")) ==
                   (texts{"division.id value.immutable"}),
               each);
    BOOST_TEST(text(put(id, R"({"firstName":"Ann"})"), "/division/id") == testing::north().text());
}

BOOST_AUTO_TEST_CASE(expansions_show_identifiers_and_sources) {
    const auto crm = testing::add_source(database, "CRM");
    const auto gone = testing::add_source(database, "gone");
    const auto id = create(R"({"workPhone":{"display":"+13175550142"},)" + external_ids(crm, {"C-1"}) + "}");
    create(R"({"workPhone":{"display":"+13175550142"}})");
    BOOST_TEST(!get(id).contains("identifiers"));
    const auto plain = get(id).at("externalIds").at(0).at("externalSource");
    BOOST_TEST(!plain.as_object().contains("name"));
    BOOST_TEST(plain.as_object().contains("selfUri"));
    const auto whole = get(id, {{"expand", "identifiers,externalSources"}});
    BOOST_TEST(whole.at("identifiers").as_array().size() == 2U);
    BOOST_TEST(text(whole, "/externalIds/0/externalSource/name") == "CRM");
    testing::delete_source(database, crm);
    const auto left = get(id, {{"expand", "externalSources"}}).at("externalIds").at(0).at("externalSource");
    BOOST_TEST((left == json::value{{"id", crm.text()}}));
}

BOOST_AUTO_TEST_CASE(a_deleted_contact_is_gone_with_its_identifiers) {
    const auto id = create(R"({"workEmail":"a@example.com"})");
    BOOST_TEST(good(delete_contact, {{"contactId", id}}).empty());
    BOOST_TEST(bad(get_contact, {{"contactId", id}}).code == errc::not_found);
    BOOST_TEST(bad(delete_contact, {{"contactId", id}}).code == errc::not_found);
    BOOST_TEST(bad(replace_contact, {{"contactId", id}}, "{}").code == errc::not_found);
    BOOST_TEST(number("SELECT COUNT(*) FROM identifier") == 0);
}

BOOST_AUTO_TEST_CASE(another_organizations_contact_cannot_be_seen_or_touched) {
    const auto id = create(R"({"firstName":"Ann"})");
    organization = testing::rival();
    for (const std::string asked : {id.c_str(), "no-uuid", ""}) {
        const pairs path{{"contactId", asked}};
        BOOST_TEST(bad(get_contact, path).code == errc::not_found);
        BOOST_TEST(bad(replace_contact, path, "{}").code == errc::not_found);
        BOOST_TEST(bad(delete_contact, path).code == errc::not_found);
    }
    BOOST_TEST(column(good(scan_contacts, {}), "id").empty());
    organization = testing::acme();
    BOOST_TEST(text(get(id), "/firstName") == "Ann");
}

BOOST_AUTO_TEST_CASE(scanning_meets_every_contact_of_the_division_once) {
    std::set<std::string> expected;
    for (int i = 0; i < 25; ++i) expected.insert(create("{}"));
    const auto elsewhere = create(R"({"division":{"id":")" + testing::north().text() + "\"}}");
    std::set<std::string> met;
    std::string cursor;
    do {
        const auto page = good(scan_contacts, {}, {}, {{"limit", "10"}, {"cursor", cursor}});
        for (const auto& id : column(page, "id")) BOOST_TEST(met.insert(id).second);
        const auto& cursors = page.at("cursors").as_object();
        cursor = cursors.contains("after") ? text(page, "/cursors/after") : "";
    } while (!cursor.empty());
    BOOST_TEST(met == expected, each);
    const auto north = testing::north().text();
    BOOST_TEST(column(good(scan_contacts, {}, {}, {{"divisionId", north}}), "id") == (texts{elsewhere}), each);
    BOOST_TEST(bad(scan_contacts, {}, {}, {{"divisionId", "north"}}).code == errc::invalid);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
