// SPDX-License-Identifier: BSL-1.0
#include "handlers/identifiers.hpp"

#include "client.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

using domain::errc;
const auto each = boost::test_tools::per_element();

const std::string phone_body = R"({"type":"Phone","value":"(317) 555-0142"})";

std::string request_to(const std::string& what, const std::string& identifier) {
    return R"({"operation":")" + what + R"(","identifier":)" + identifier + "}";
}

struct identities : client {
    domain::source_id crm = testing::add_source(database, "CRM");
    domain::contact_id ann = testing::add_contact(database, 1);
    domain::contact_id bob = testing::add_contact(database, 2);

    static pairs of(const domain::contact_id& who) { return {{"contactId", who.text()}}; }
    std::string external_body(const std::string& value) const {
        return R"({"type":"ExternalId","value":")" + value + R"(","externalSource":{"id":")" + crm.text() + "\"}}";
    }
    texts listed(const domain::contact_id& who) { return column(good(list_identifiers, of(who)), "value"); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(identifier_handlers, identities)

BOOST_AUTO_TEST_CASE(a_claim_answers_with_the_identifier_in_normal_form) {
    const auto claimed = good(change_identifier, of(ann), request_to("Claim", phone_body));
    BOOST_TEST(text(claimed, "/type") == "Phone");
    BOOST_TEST(text(claimed, "/value") == "+13175550142");
    BOOST_TEST(text(claimed, "/division/id") == "*");
    BOOST_TEST(text(claimed, "/dateCreated") == "2023-11-14T22:13:20.000Z");
    BOOST_TEST(!claimed.contains("externalSource"));
    BOOST_TEST(listed(ann) == (texts{"+13175550142"}), each);
}

BOOST_AUTO_TEST_CASE(claiming_again_is_the_same_and_claiming_anothers_is_refused) {
    const auto first = good(change_identifier, of(ann), request_to("Claim", external_body("C-1")));
    BOOST_TEST(text(first, "/externalSource/id") == crm.text());
    BOOST_TEST((good(change_identifier, of(ann), request_to("Claim", external_body("C-1"))) == first));
    const auto refused = bad(change_identifier, of(bob), request_to("Claim", external_body("C-1")));
    BOOST_TEST(refused.code == errc::identifier_claimed);
    BOOST_TEST(refused.entity_id == ann.text());
}

BOOST_AUTO_TEST_CASE(a_release_answers_with_what_was_released) {
    const auto claimed = good(change_identifier, of(ann), request_to("Claim", phone_body));
    BOOST_TEST(bad(change_identifier, of(bob), request_to("Release", phone_body)).code == errc::identifier_not_claimed);
    BOOST_TEST((good(change_identifier, of(ann), request_to("Release", phone_body)) == claimed));
    BOOST_TEST(bad(change_identifier, of(ann), request_to("Release", phone_body)).code == errc::not_found);
    BOOST_TEST(listed(ann).empty());
}

BOOST_AUTO_TEST_CASE(under_a_disabled_source_a_release_works_and_a_claim_does_not) {
    good(change_identifier, of(ann), request_to("Claim", external_body("C-1")));
    testing::disable_source(database, crm);
    BOOST_TEST(bad(change_identifier, of(ann), request_to("Claim", external_body("C-2"))).code ==
               errc::external_source_inactive);
    BOOST_TEST(call(change_identifier, of(ann), request_to("Release", external_body("C-1"))).has_value());
}

BOOST_AUTO_TEST_CASE(faulty_claims_name_every_fault) {
    const auto faults = [&](const std::string& body) { return faults_of(bad(change_identifier, of(ann), body)); };
    BOOST_TEST(faults("{}") == (texts{"operation value.required", "identifier value.required"}), each);
    BOOST_TEST(faults(request_to("Steal", phone_body)) == (texts{"operation value.invalid"}), each);
    BOOST_TEST(faults(request_to("Claim", R"({"value":"x"})")) == (texts{"identifier.type value.required"}), each);
    BOOST_TEST(faults(request_to("Claim", R"({"type":"Fax","value":"x"})")) == (texts{"identifier.type value.invalid"}), each);
    BOOST_TEST(faults(request_to("Claim", R"({"type":"Phone"})")) == (texts{"identifier.value value.required"}), each);
    BOOST_TEST(faults(request_to("Claim", R"({"type":"ExternalId","value":"x"})")) ==
                   (texts{"identifier.externalSource.id value.required"}),
               each);
    BOOST_TEST(faults(request_to("Claim", R"({"type":"ExternalId","value":"x","externalSource":{"id":"crm"}})")) ==
                   (texts{"identifier.externalSource.id value.invalid"}),
               each);
    BOOST_TEST(faults(request_to("Claim", R"({"type":"Phone","value":"1","division":{"id":")" + testing::north().text() +
                                              "\"}}")) == (texts{"identifier.division.id value.invalid"}),
               each);
    BOOST_TEST(listed(ann).empty());
}

BOOST_AUTO_TEST_CASE(only_owned_identifiers_are_listed) {
    testing::add_contact(database, 0, {testing::email("x@example.com")});
    const auto waiting = testing::add_contact(database, 3, {testing::email("x@example.com"), testing::phone("+13175550199")});
    BOOST_TEST(listed(waiting) == (texts{"+13175550199"}), each);
}

BOOST_AUTO_TEST_CASE(look_up_answers_with_the_owner) {
    good(change_identifier, of(ann), request_to("Claim", phone_body));
    BOOST_TEST(text(good(look_up_identifier, {}, R"({"type":"Phone","value":"+1 317 555 0142"})"), "/id") == ann.text());
    const auto expanded = good(look_up_identifier, {}, phone_body, {{"expand", "identifiers"}});
    BOOST_TEST(expanded.at("identifiers").as_array().size() == 1U);
    BOOST_TEST(bad(look_up_identifier, {}, R"({"type":"Phone","value":"+13175550199"})").code == errc::not_found);
    BOOST_TEST(bad(look_up_identifier, {}, R"({"type":"Phone"})").code == errc::invalid);
}

BOOST_AUTO_TEST_CASE(look_up_still_finds_what_a_disabled_or_deleted_source_issued) {
    good(change_identifier, of(ann), request_to("Claim", external_body("C-1")));
    testing::disable_source(database, crm);
    BOOST_TEST(text(good(look_up_identifier, {}, external_body("C-1")), "/id") == ann.text());
    testing::delete_source(database, crm);
    BOOST_TEST(text(good(look_up_identifier, {}, external_body("C-1")), "/id") == ann.text());
}

BOOST_AUTO_TEST_CASE(look_up_stays_in_its_division_and_organization) {
    good(change_identifier, of(ann), request_to("Claim", phone_body));
    BOOST_TEST(bad(look_up_identifier, {},
                   R"({"type":"Phone","value":"+13175550142","division":{"id":")" + testing::north().text() + "\"}}")
                   .code == errc::not_found);
    organization = testing::rival();
    BOOST_TEST(bad(look_up_identifier, {}, phone_body).code == errc::not_found);
    BOOST_TEST(bad(list_identifiers, of(ann)).code == errc::not_found);
    BOOST_TEST(bad(change_identifier, of(ann), request_to("Release", phone_body)).code == errc::not_found);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
