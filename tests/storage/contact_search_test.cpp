// SPDX-License-Identifier: BSL-1.0
#include "storage/contact_search.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/contact_repository.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace extsrc::storage {
namespace {

using domain::contact_type;
using testing::acme;
using testing::soon;
using texts = std::vector<std::string>;
const auto each = boost::test_tools::per_element();

struct searched : testing::temp_database {
    std::map<std::string, std::string> labels;  // contact id to what tests call it

    template <class Work>
    void write(Work work) {
        const auto done = database.write(soon(), [&](transaction& open) -> domain::result<void> {
            work(open);
            return {};
        });
        BOOST_REQUIRE(done);
    }
    domain::contact add(const std::string& first, const std::string& last, domain::contact person = {},
                        const domain::organization_id& organization = acme()) {
        person.id = domain::contact_id::random();
        person.profile.first_name = first;
        person.profile.last_name = last;
        labels[person.id.text()] = first;
        write([&](transaction& open) { contact_repository(open).insert(organization, person); });
        return person;
    }
    domain::contact of_type(contact_type type) const {
        domain::contact person;
        person.type = type;
        return person;
    }
    domain::contact in(const domain::division_id& division) const {
        domain::contact person;
        person.division = division;
        return person;
    }
    void hold(const domain::contact& person, const domain::identifier& value) {
        write([&](transaction& open) {
            (void)identifier_repository(open).hold({acme(), person.division}, value, person.id, 1);
        });
    }
    texts search(contact_search wanted, const domain::organization_id& organization = acme()) {
        if (wanted.limit == 0) wanted.limit = 100;
        texts found;
        for (const auto& id :
             database.read(soon(), [&](transaction& open) { return search_contacts(open, organization, wanted); }))
            found.push_back(labels.at(id.text()));
        return found;
    }
    texts search(const std::string& query, const domain::organization_id& organization = acme()) {
        contact_search wanted;
        wanted.keywords = domain::read_query(query, "US", "q").value();
        return search(wanted, organization);
    }
    texts sorted(std::vector<sort_level> order) {
        contact_search wanted;
        wanted.order = std::move(order);
        return search(wanted);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(contact_search_query, searched)

BOOST_AUTO_TEST_CASE(finds_words_that_begin_with_the_keyword_without_case) {
    add("Ada", "Lovelace");
    add("Bob", "Love");
    add("Eve", "Glove");
    BOOST_TEST(search("LOVE") == (texts{"Bob", "Ada"}), each);
    BOOST_TEST(search("lovel") == (texts{"Ada"}), each);
    BOOST_TEST(search("lovelacex").empty());
}

BOOST_AUTO_TEST_CASE(finds_contacts_that_match_every_keyword) {
    add("Ada", "Smith");
    add("Bob", "Smith");
    BOOST_TEST(search("smith ada") == (texts{"Ada"}), each);
    BOOST_TEST(search("smith ada bob").empty());
    BOOST_TEST(search("\"ada smi\"") == (texts{"Ada"}), each);
    BOOST_TEST(search("\"smith ada\"").empty());
}

BOOST_AUTO_TEST_CASE(takes_keywords_with_pattern_characters_literally) {
    add("100%", "_x");
    add("Bob", "Smith");
    BOOST_TEST(search("100%") == (texts{"100%"}), each);
    BOOST_TEST(search("%").empty());
    BOOST_TEST(search("_") == (texts{"100%"}), each);
    BOOST_TEST(search("' OR 1=1 --").empty());
}

BOOST_AUTO_TEST_CASE(finds_identifiers_whole_in_the_form_they_are_held) {
    const auto crm = testing::add_source(database, "CRM");
    const auto ada = add("Ada", "Smith");
    hold(ada, testing::phone("+1 317 555 0142"));
    hold(ada, testing::email("Ada@Example.com"));
    hold(ada, testing::external_id(crm, "C-1001"));
    for (const auto* query : {"(317) 555-0142", "317 555 0142", "+13175550142", "ADA@example.com", "C-1001", "\"C-1001\""})
        BOOST_TEST(search(query) == (texts{"Ada"}), each);
    for (const auto* query : {"C-100", "c-1001", "\"(317) 555-0142\"", "317 555 01"}) BOOST_TEST(search(query).empty(), query);
}

BOOST_AUTO_TEST_CASE(finds_an_identifier_that_waits_and_one_of_a_disabled_or_deleted_source) {
    const auto crm = testing::add_source(database, "CRM");
    const auto ada = add("Ada", "Smith");
    const auto bob = add("Bob", "Smith");
    hold(ada, testing::phone("+1 317 555 0142"));
    hold(bob, testing::phone("+1 317 555 0142"));
    hold(bob, testing::external_id(crm, "C-1001"));
    BOOST_TEST(search("+13175550142") == (texts{"Ada", "Bob"}), each);
    testing::disable_source(database, crm);
    BOOST_TEST(search("C-1001") == (texts{"Bob"}), each);
    testing::delete_source(database, crm);
    BOOST_TEST(search("C-1001") == (texts{"Bob"}), each);
}

BOOST_AUTO_TEST_CASE(finds_curated_contacts_alone) {
    for (const auto type : {contact_type::ephemeral, contact_type::identified}) {
        const auto hidden = add("Hidden", "Smith", of_type(type));
        hold(hidden, testing::other(domain::identifier_type::cookie, "ck"));
    }
    add("Ada", "Smith");
    BOOST_TEST(search("smith") == (texts{"Ada"}), each);
    BOOST_TEST(search("") == (texts{"Ada"}), each);
    BOOST_TEST(search("ck").empty());
}

BOOST_AUTO_TEST_CASE(follows_promotion_change_merge_and_removal) {
    auto person = add("Ada", "Smith", of_type(contact_type::identified));
    const auto update = [&] { write([&](transaction& open) { contact_repository(open).update(acme(), person); }); };
    person.type = contact_type::curated;
    update();
    BOOST_TEST(search("smith") == (texts{"Ada"}), each);
    person.profile.last_name = "Jones";
    update();
    BOOST_TEST(search("smith").empty());
    BOOST_TEST(search("jones") == (texts{"Ada"}), each);
    const auto other = add("Eve", "Jones");
    write([&](transaction& open) { contact_repository(open).set_merged_to(acme(), person.id, other.id); });
    BOOST_TEST(search("jones") == (texts{"Eve"}), each);
    write([&](transaction& open) { contact_repository(open).remove(acme(), other.id); });
    BOOST_TEST(search("jones").empty());
    BOOST_TEST(number("SELECT COUNT(*) FROM contact_word") == 0);
    BOOST_TEST(number("SELECT COUNT(*) FROM searchable_contact") == 0);
}

BOOST_AUTO_TEST_CASE(never_finds_another_organizations_contacts) {
    add("Theirs", "Smith", {}, testing::rival());
    const auto ada = add("Ada", "Smith");
    hold(ada, testing::phone("+1 317 555 0142"));
    BOOST_TEST(search("smith") == (texts{"Ada"}), each);
    BOOST_TEST(search("smith", testing::rival()) == (texts{"Theirs"}), each);
    BOOST_TEST(search("+13175550142", testing::rival()).empty());
    contact_search among;
    among.among = {ada.id};
    BOOST_TEST(search(among, testing::rival()).empty());
}

BOOST_AUTO_TEST_CASE(keeps_to_the_divisions_asked_for) {
    add("Ada", "Smith");
    add("North", "Smith", in(testing::north()));
    contact_search wanted;
    BOOST_TEST(search(wanted) == (texts{"Ada", "North"}), each);
    wanted.divisions = {testing::north()};
    BOOST_TEST(search(wanted) == (texts{"North"}), each);
    wanted.keywords = domain::read_query("smith", "US", "q").value();
    BOOST_TEST(search(wanted) == (texts{"North"}), each);
    wanted.divisions = {testing::north(), domain::division_id()};
    BOOST_TEST(search(wanted) == (texts{"Ada", "North"}), each);
}

BOOST_AUTO_TEST_CASE(keeps_to_the_contacts_asked_for_in_the_person_of_their_canonical_ones) {
    const auto old = add("Old", "Smith");
    const auto ada = add("Ada", "Smith");
    add("Bob", "Smith");
    write([&](transaction& open) {
        contact_repository contacts(open);
        contacts.set_canonical(acme(), ada.id, ada.id);
        contacts.set_canonical(acme(), old.id, ada.id);
        contacts.set_merged_to(acme(), old.id, ada.id);
    });
    contact_search wanted;
    wanted.among = {old.id, ada.id};
    BOOST_TEST(search(wanted) == (texts{"Ada"}), each);
    wanted.keywords = domain::read_query("bob", "US", "q").value();
    BOOST_TEST(search(wanted).empty());
}

BOOST_AUTO_TEST_CASE(sorts_without_case_by_last_then_first_name_unless_told) {
    add("eve", "smith");
    add("Bob", "Smith");
    add("Ada", "Smyth");
    add("Dora", "Adams");
    BOOST_TEST(sorted({}) == (texts{"Dora", "Bob", "eve", "Ada"}), each);
    BOOST_TEST(sorted({{sort_field::first_name}}) == (texts{"Ada", "Bob", "Dora", "eve"}), each);
    BOOST_TEST(sorted({{sort_field::last_name, true}, {sort_field::first_name}}) == (texts{"Ada", "Bob", "eve", "Dora"}), each);
    BOOST_TEST(sorted({{sort_field::last_name}, {sort_field::first_name, true}}) == (texts{"Dora", "eve", "Bob", "Ada"}), each);
}

BOOST_AUTO_TEST_CASE(sorts_by_middle_name_and_title) {
    domain::contact person;
    person.profile.middle_name = "Z";
    person.profile.title = "a";
    add("Ada", "x", person);
    person.profile.middle_name = "y";
    person.profile.title = "B";
    add("Bob", "x", person);
    BOOST_TEST(sorted({{sort_field::middle_name}}) == (texts{"Bob", "Ada"}), each);
    BOOST_TEST(sorted({{sort_field::title, true}}) == (texts{"Bob", "Ada"}), each);
}

BOOST_AUTO_TEST_CASE(ends_at_its_limit_in_the_order_asked_for) {
    for (const auto* name : {"c", "a", "b"}) add(name, name);
    contact_search wanted;
    wanted.limit = 2;
    BOOST_TEST(search(wanted) == (texts{"a", "b"}), each);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(identifier_holders, searched)

BOOST_AUTO_TEST_CASE(are_the_owner_and_those_who_wait_longest_first_and_once) {
    const std::vector<domain::identifier> values{testing::phone("+1 317 555 0142"),
                                                 testing::other(domain::identifier_type::social_twitter, "3175550142")};
    const auto second = testing::add_contact(database, 20, values);
    const auto first = testing::add_contact(database, 10, {values[1]});
    testing::add_contact(database, 5, values, {acme(), testing::north()});
    testing::add_contact(database, 5, values, {testing::rival(), {}});
    const auto holders = [&](std::size_t limit) {
        return database.read(soon(), [&](transaction& open) {
            return identifier_repository(open).holders(testing::acme_scope(), values, limit);
        });
    };
    BOOST_TEST((holders(25) == std::vector{first, second}));
    BOOST_TEST((holders(1) == std::vector{first}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
