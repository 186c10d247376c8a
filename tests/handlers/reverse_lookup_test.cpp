// SPDX-License-Identifier: BSL-1.0
#include "handlers/reverse_lookup.hpp"

#include "client.hpp"
#include "handlers/contacts.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

const auto each = boost::test_tools::per_element();

struct reverse : client {
    std::string add(const std::string& body) { return text(good(create_contact, {}, body), "/id"); }
    json::array look_up(const std::string& value, pairs query = {}) {
        query.emplace_back("lookupVal", value);
        return good(reverse_look_up, {}, {}, query).at("contacts").as_array();
    }
    texts ids(const std::string& value, const pairs& query = {}) {
        texts found;
        for (const auto& one : look_up(value, query)) found.emplace_back(one.at("id").as_string());
        return found;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reverse_look_up_of_contacts, reverse)

BOOST_AUTO_TEST_CASE(finds_everybody_who_holds_it_oldest_first) {
    const auto first = add(R"({"workPhone":{"display":"(317) 555-0142"}})");
    now += 1;
    const auto second = add(R"({"otherPhone":{"display":"+1 317 555 0142"}})");
    BOOST_TEST(ids("+13175550142") == (texts{first, second}), each);
    BOOST_TEST(ids("317.555.0142") == (texts{first, second}), each);
}

BOOST_AUTO_TEST_CASE(finds_emails_and_twitter_screen_names) {
    const auto id = add(R"({"workEmail":"Ada@Example.com","twitterId":{"id":"1","screenName":"@Ada_L"}})");
    for (const auto* value : {"ada@EXAMPLE.com", "Ada_L", "@Ada_L"}) BOOST_TEST(ids(value) == (texts{id}), each);
    BOOST_TEST(ids("nobody@example.com").empty());
}

BOOST_AUTO_TEST_CASE(finds_contacts_of_every_type) {
    const auto id = testing::add_contact(database, 1, {testing::phone("+13175550142")}, testing::acme_scope(),
                                         domain::contact_type::ephemeral);
    BOOST_TEST(ids("+13175550142") == (texts{id.text()}), each);
}

BOOST_AUTO_TEST_CASE(keeps_to_one_division) {
    const auto north = testing::north().text();
    const auto id = add(R"({"workEmail":"ada@example.com","division":{"id":")" + north + "\"}}");
    BOOST_TEST(ids("ada@example.com").empty());
    BOOST_TEST(ids("ada@example.com", {{"divisionId", north}}) == (texts{id}), each);
}

BOOST_AUTO_TEST_CASE(ends_at_25) {
    for (int i = 0; i < 26; ++i) testing::add_contact(database, i, {testing::phone("+13175550142")});
    BOOST_TEST(ids("+13175550142").size() == 25U);
}

BOOST_AUTO_TEST_CASE(expands_by_either_name) {
    add(R"({"workEmail":"ada@example.com"})");
    for (const auto* expand : {"identifiers", "contacts.identifiers", "contacts.externalOrganization,contacts.identifiers"})
        BOOST_TEST(look_up("ada@example.com", {{"expand", expand}}).at(0).as_object().contains("identifiers"), expand);
    BOOST_TEST(!look_up("ada@example.com").at(0).as_object().contains("identifiers"));
}

BOOST_AUTO_TEST_CASE(refuses_what_nobody_could_hold) {
    BOOST_TEST(faults_of(bad(reverse_look_up, {})) == (texts{"lookupVal value.required"}), each);
    BOOST_TEST(faults_of(bad(reverse_look_up, {}, {}, {{"lookupVal", "Ada Lovelace"}})) == (texts{"lookupVal value.invalid"}),
               each);
    BOOST_TEST(faults_of(bad(reverse_look_up, {}, {}, {{"lookupVal", "ada"}, {"divisionId", "x"}})) ==
                   (texts{"divisionId value.invalid"}),
               each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
