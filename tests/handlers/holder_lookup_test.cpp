// SPDX-License-Identifier: BSL-1.0
#include "handlers/holder_lookup.hpp"

#include "client.hpp"
#include "handlers/contact_merge.hpp"
#include "handlers/contacts.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
using domain::contact_type;
using domain::identifier_type;
using testing::add_source;
using testing::external_id;
using testing::other;
const auto each = boost::test_tools::per_element();

struct holder_look_up : client {
    std::string add(const std::vector<domain::identifier>& holds, contact_type type = contact_type::ephemeral,
                    const storage::scope& where = testing::acme_scope()) {
        return testing::add_contact(database, ++now, holds, where, type).text();
    }
    json::object look_up(const std::string& value, const std::string& expand = {}) {
        return good(look_up_holders, {}, {}, {{"value", value}, {"expand", expand}});
    }
    texts ids(const std::string& value) { return column(look_up(value), "id"); }
    std::string merge(const std::string& one, const std::string& another) {
        return text(good(merge_contacts, {}, R"({"contactIds":[")" + one + R"(",")" + another + "\"]}"), "/id");
    }
};

// Those that take any text.
constexpr std::array opaque_types{
    identifier_type::social_line,           identifier_type::social_facebook,  identifier_type::social_twitter,
    identifier_type::social_whatsapp_bsuid, identifier_type::social_instagram, identifier_type::social_instagram_handle,
    identifier_type::apple_opaque_id,       identifier_type::cookie,
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(look_up_of_holders, holder_look_up)

BOOST_DATA_TEST_CASE(finds_what_networks_and_browsers_call_a_person, data::make(opaque_types)) {
    const auto id = add({other(sample, "U4af4980629")});
    BOOST_TEST(ids("U4af4980629") == (texts{id}), each);
    BOOST_TEST(ids(" U4af4980629 ") == (texts{id}), each);
    BOOST_TEST(ids("u4af4980629").empty());
    BOOST_TEST(ids("U4af498062").empty());
}

BOOST_AUTO_TEST_CASE(finds_external_ids_of_every_source_in_whatever_state) {
    const auto crm = add_source(database, "CRM");
    const auto erp = add_source(database, "ERP");
    const auto old = add_source(database, "Old");
    const texts holders{add({external_id(crm, "4711")}), add({external_id(erp, "4711")}), add({external_id(old, "4711")})};
    testing::disable_source(database, erp);
    testing::delete_source(database, old);
    BOOST_TEST(ids("4711") == holders, each);
}

BOOST_AUTO_TEST_CASE(reads_phone_numbers_addresses_and_handles_as_people_write_them) {
    const auto id = add(
        {testing::phone("+13175550142"), testing::email("ada@example.com"), other(identifier_type::social_twitter, "Ada_L")});
    const auto messenger = add({other(identifier_type::social_whatsapp, "13175550142")});
    BOOST_TEST(ids("(317) 555-0142") == (texts{id, messenger}), each);
    BOOST_TEST(ids("Ada@Example.com") == (texts{id}), each);
    BOOST_TEST(ids("@Ada_L") == (texts{id}), each);
}

BOOST_AUTO_TEST_CASE(tells_each_contact_once_the_longest_holder_first) {
    const auto crm = add_source(database, "CRM");
    const auto several = add({testing::phone("+13175550142"), other(identifier_type::social_whatsapp, "13175550142"),
                              external_id(crm, "+13175550142")});
    const auto waiting = add({testing::phone("+13175550142")}, contact_type::curated);
    BOOST_TEST(ids("+13175550142") == (texts{several, waiting}), each);
}

BOOST_AUTO_TEST_CASE(finds_contacts_of_every_type_and_division) {
    const auto cookie = other(identifier_type::cookie, "c-1");
    const texts holders{add({cookie}, contact_type::curated), add({cookie}, contact_type::identified),
                        add({cookie}, contact_type::ephemeral, {testing::acme(), testing::north()})};
    BOOST_TEST(ids("c-1") == holders, each);
}

BOOST_AUTO_TEST_CASE(finds_a_contact_by_its_id_before_those_that_hold_it) {
    const auto crm = add_source(database, "CRM");
    const auto earlier = add({});
    const auto holder = add({external_id(crm, earlier)});
    BOOST_TEST(ids(earlier) == (texts{earlier, holder}), each);
    const auto itself = add({external_id(crm, holder)});
    BOOST_TEST(ids(itself) == (texts{itself}), each);
}

BOOST_AUTO_TEST_CASE(answers_with_the_canonical_contact_for_those_merged_into_it) {
    const auto one = add({testing::phone("+13175550142")}, contact_type::curated);
    const auto another = add({testing::email("ada@example.com")}, contact_type::ephemeral);
    const auto merged = merge(one, another);
    for (const auto& value : {one, another, std::string("ada@example.com"), std::string("+13175550142")})
        BOOST_TEST(ids(value) == (texts{merged}), each);
}

BOOST_AUTO_TEST_CASE(never_finds_what_another_organization_has) {
    const auto id = add({testing::phone("+13175550142")}, contact_type::curated, {testing::rival(), testing::north()});
    BOOST_TEST(ids("+13175550142").empty());
    BOOST_TEST(ids(id).empty());
}

BOOST_AUTO_TEST_CASE(ends_at_25_and_says_that_there_are_more) {
    const auto cookie = other(identifier_type::cookie, "c-1");
    texts holders;
    for (std::size_t i = 0; i < max_holders; ++i) holders.push_back(add({cookie}));
    BOOST_TEST(ids("c-1") == holders, each);
    BOOST_TEST(!look_up("c-1").at("partialResults").as_bool());
    add({cookie});
    BOOST_TEST(ids("c-1") == holders, each);
    BOOST_TEST(look_up("c-1").at("partialResults").as_bool());
}

BOOST_AUTO_TEST_CASE(expands_as_reading_a_contact_does) {
    add({testing::phone("+13175550142")});
    const auto found = [&](const std::string& expand) {
        return look_up("+13175550142", expand).at("entities").at(0).as_object();
    };
    BOOST_TEST(found("identifiers").contains("identifiers"));
    BOOST_TEST(!found("").contains("identifiers"));
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_value) {
    const auto faults = [&](const std::string& value) { return faults_of(bad(look_up_holders, {}, {}, {{"value", value}})); };
    BOOST_TEST(faults_of(bad(look_up_holders, {})) == (texts{"value value.required"}), each);
    BOOST_TEST(faults("  ") == (texts{"value value.required"}), each);
    BOOST_TEST(ids(std::string(255, 'x')).empty());
    BOOST_TEST(faults(std::string(256, 'x')) == (texts{"value value.too.long"}), each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
