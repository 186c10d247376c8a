// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_merge.hpp"

#include "client.hpp"
#include "handlers/contacts.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

constexpr auto each = boost::test_tools::per_element();

struct merges : client {
    std::string create(const std::string& body) {
        now += 1'000'000;
        return text(good(create_contact, {}, body), "/id");
    }
    json::object merge(const std::string& a, const std::string& b, const std::string& rest = "") {
        now += 1'000'000;
        return good(merge_contacts, {}, R"({"contactIds":[")" + a + R"(",")" + b + "\"]" + rest + "}");
    }
    json::object get(const std::string& id) { return good(get_contact, {{"contactId", id}}); }
};

texts ids_of(const json::object& contact, std::string_view member) {
    texts ids;
    for (const auto& link : contact.at({member.data(), member.size()}).as_array()) ids.emplace_back(link.at("id").as_string());
    return ids;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(contact_merges, merges)

BOOST_AUTO_TEST_CASE(answer_with_the_new_contact_and_its_merge_set) {
    const auto a = create(R"({"firstName":"Ann","workPhone":{"display":"+13175550142"}})");
    const auto b = create(R"({"lastName":"Lee","workPhone":{"display":"+13175550143"}})");
    const auto head = merge(a, b);
    const auto id = text(head, "/id");
    BOOST_TEST(text(head, "/firstName") == "Ann");
    BOOST_TEST(text(head, "/lastName") == "Lee");
    BOOST_TEST(text(head, "/workPhone/e164") == "+13175550143");
    BOOST_TEST(text(head, "/cellPhone/e164") == "+13175550142");
    BOOST_TEST(text(head, "/canonicalContact/id") == id);
    BOOST_TEST(text(head, "/canonicalContact/selfUri") == "/api/v2/externalcontacts/contacts/" + id);
    BOOST_TEST(ids_of(head, "mergeSet") == (texts{a, b, id}), each);
    BOOST_TEST(ids_of(head, "mergedFrom") == (texts{a, b}), each);
    BOOST_TEST(!head.contains("mergedTo"));
}

BOOST_AUTO_TEST_CASE(old_ids_answer_with_it_and_unresolved_with_the_record_itself) {
    const auto a = create(R"({"firstName":"Ann"})");
    const auto b = create(R"({"firstName":"Anna"})");
    const auto id = text(merge(a, b), "/id");
    BOOST_TEST(text(get(a), "/id") == id);
    const auto raw = good(get_unresolved_contact, {{"contactId", a}});
    BOOST_TEST(text(raw, "/id") == a);
    BOOST_TEST(text(raw, "/firstName") == "Ann");
    BOOST_TEST(text(raw, "/mergedTo/id") == id);
    BOOST_TEST(text(raw, "/canonicalContact/id") == id);
}

BOOST_AUTO_TEST_CASE(an_edit_by_an_old_id_edits_the_canonical_contact) {
    const auto a = create(R"({"firstName":"Ann"})");
    const auto b = create(R"({"firstName":"Anna"})");
    const auto id = text(merge(a, b), "/id");
    const auto edited = good(replace_contact, {{"contactId", a}}, R"({"firstName":"Annabel"})");
    BOOST_TEST(text(edited, "/id") == id);
    BOOST_TEST(text(get(b), "/firstName") == "Annabel");
}

BOOST_AUTO_TEST_CASE(contacts_that_were_never_merged_say_nothing_of_it) {
    const auto contact = get(create("{}"));
    for (const auto* member : {"canonicalContact", "mergeSet", "mergedFrom", "mergedTo"}) BOOST_TEST(!contact.contains(member));
}

BOOST_AUTO_TEST_CASE(an_override_wins_and_its_faults_name_their_place) {
    const auto a = create(R"({"firstName":"Ann"})");
    const auto b = create(R"({"firstName":"Anna"})");
    const auto failed = bad(merge_contacts, {},
                            R"({"contactIds":[")" + a + R"(",")" + b +
                                R"("],"valueOverride":{"title":1,"address":{"street":"x"},"externalIds":[{"value":"C-1"}]}})");
    BOOST_TEST(faults_of(failed) == (texts{"valueOverride.title type.mismatch", "valueOverride.address.street field.unknown",
                                           "valueOverride.externalIds[0].externalSource.id value.required"}),
               each);
    BOOST_TEST(text(merge(a, b, R"(,"valueOverride":{"firstName":"Annabel"})"), "/firstName") == "Annabel");
}

BOOST_AUTO_TEST_CASE(an_override_cannot_move_them_to_another_division) {
    const auto a = create("{}");
    const auto b = create("{}");
    const auto moved = R"({"contactIds":[")" + a + R"(",")" + b +
                       R"("],"valueOverride":{"division":{"id":"3f0a1c5e-0000-4000-8000-0000000000d1"}}})";
    BOOST_TEST(faults_of(bad(merge_contacts, {}, moved)) == texts{"valueOverride.division.id value.immutable"}, each);
    BOOST_TEST(text(merge(a, b, R"(,"valueOverride":{"division":{"id":"*"}})"), "/division/id") == "*");
}

BOOST_AUTO_TEST_CASE(faulty_requests_name_their_fields) {
    BOOST_TEST(faults_of(bad(merge_contacts, {}, "{}")) == texts{"contactIds value.required"}, each);
    BOOST_TEST(faults_of(bad(merge_contacts, {}, R"({"contactIds":["x",1]})")) ==
                   (texts{"contactIds[0] value.invalid", "contactIds[1] value.invalid"}),
               each);
    BOOST_TEST(faults_of(bad(merge_contact_pair, {}, R"({"sourceContactId":"x"})")) ==
                   (texts{"sourceContactId value.invalid", "targetContactId value.invalid"}),
               each);
}

BOOST_AUTO_TEST_CASE(too_many_ids_are_refused_before_they_are_read) {
    std::string ids = "1";
    for (int i = 0; i < 30; ++i) ids += ",1";
    BOOST_TEST(faults_of(bad(merge_contacts, {}, R"({"contactIds":[)" + ids + "]}")) == texts{"contactIds value.out.of.range"},
               each);
}

BOOST_AUTO_TEST_CASE(version_1_does_not_merge_a_contact_with_itself) {
    const auto a = create("{}");
    BOOST_TEST(faults_of(bad(merge_contact_pair, {}, R"({"sourceContactId":")" + a + R"(","targetContactId":")" + a + "\"}")) ==
                   texts{"targetContactId value.repeated"},
               each);
}

BOOST_AUTO_TEST_CASE(with_dry_run_show_what_would_be_and_change_nothing) {
    const auto a = create(R"({"firstName":"Ann","workPhone":{"display":"+13175550142"}})");
    const auto b = create(R"({"lastName":"Lee"})");
    const auto before = get(a);
    const auto changes = number("SELECT COUNT(*) FROM change_log");
    const auto shown = good(merge_contacts, {}, R"({"contactIds":[")" + a + R"(",")" + b + "\"]}", {{"dryRun", "true"}});
    BOOST_TEST(text(shown, "/firstName") == "Ann");
    BOOST_TEST(text(shown, "/lastName") == "Lee");
    BOOST_TEST(ids_of(shown, "mergedFrom") == (texts{a, b}), each);
    BOOST_TEST((get(a) == before));
    BOOST_TEST(call(get_contact, {{"contactId", text(shown, "/id")}}).has_error());
    BOOST_TEST(number("SELECT COUNT(*) FROM change_log") == changes);
    BOOST_TEST(text(merge(a, b), "/lastName") == "Lee");
}

BOOST_AUTO_TEST_CASE(with_dry_run_are_refused_as_without) {
    const auto a = create("{}");
    const auto pair = R"({"sourceContactId":")" + a + R"(","targetContactId":")" + create("{}") + "\"}";
    const auto dry = call(merge_contact_pair, {}, pair, {{"dryRun", "true"}});
    const auto wet = call(merge_contact_pair, {}, pair, {{"dryRun", "false"}});
    BOOST_REQUIRE((dry.has_error() && wet.has_error()));
    BOOST_TEST(dry.error().code == wet.error().code);
    BOOST_TEST(dry.error().message == wet.error().message);
    BOOST_TEST(faults_of(bad(merge_contact_pair, {}, pair, {{"dryRun", "perhaps"}})) == texts{"dryRun value.invalid"}, each);
    BOOST_TEST(faults_of(bad(merge_contacts, {}, "{}", {{"dryRun", "1"}})) == texts{"dryRun value.invalid"}, each);
}

BOOST_AUTO_TEST_CASE(a_merged_contact_can_always_be_edited_again) {
    // Escaped, these names take six times their bytes.
    const auto with_name = [&](const std::string& last) {
        json::object custom;
        custom[std::string(6'000, '\x01') + last] = 1;
        return create(json::serialize(json::object{{"customFields", custom}}));
    };
    const auto a = with_name("a");
    const auto b = with_name("b");
    const auto refused = bad(merge_contacts, {}, R"({"contactIds":[")" + a + R"(",")" + b + "\"]}");
    BOOST_TEST(refused.code == domain::errc::merge_limit_exceeded);
    BOOST_TEST(refused.reached.value().key == "custom.fields.bytes");
}

BOOST_AUTO_TEST_CASE(version_1_merges_a_pair_but_not_two_curated) {
    const auto a = create("{}");
    const auto b = create("{}");
    const std::string body = R"({"sourceContactId":")" + a + R"(","targetContactId":")" + b + "\"}";
    BOOST_TEST(bad(merge_contact_pair, {}, body).code == domain::errc::conflict);
    const auto passing = testing::add_contact(database, 1, {}, testing::acme_scope(), domain::contact_type::ephemeral).text();
    const auto head =
        good(merge_contact_pair, {}, R"({"sourceContactId":")" + passing + R"(","targetContactId":")" + b + "\"}");
    BOOST_TEST(text(get(passing), "/id") == text(head, "/id"));
    BOOST_TEST(text(head, "/type") == "Curated");
}

BOOST_AUTO_TEST_CASE(promotion_makes_curated_and_does_nothing_twice) {
    const auto passing = testing::add_contact(database, 1, {}, testing::acme_scope(), domain::contact_type::ephemeral).text();
    const auto promoted = good(promote_contact, {{"contactId", passing}});
    BOOST_TEST(text(promoted, "/type") == "Curated");
    now += 1'000'000;
    BOOST_TEST(text(good(promote_contact, {{"contactId", passing}}), "/modifyDate") == text(promoted, "/modifyDate"));
    BOOST_TEST(number("SELECT expires_at FROM contact") == 0);
    BOOST_TEST(bad(promote_contact, {{"contactId", "x"}}).code == domain::errc::not_found);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
