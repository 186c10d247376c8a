// SPDX-License-Identifier: BSL-1.0
#include "storage/contact_repository.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/interaction_repository.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::storage {
namespace {

using testing::acme;
using testing::acme_scope;
using testing::soon;

domain::contact full_contact() {
    domain::contact person{domain::contact_id::random(), testing::north(), domain::contact_type::identified, {}, 11, 22, 33};
    auto& profile = person.profile;
    profile.first_name = "Ann";
    profile.middle_name = "B.";
    profile.last_name = "O'Neil; DROP TABLE contact";
    profile.salutation = "Dr.";
    profile.title = "Head of 'Things' \u00E9\U0001F600";
    profile.emails = {"ann@example.com", "ann@home.example", "a@other.example"};
    for (std::size_t i = 0; i < profile.phones.size(); ++i) {
        const auto n = std::to_string(i);
        profile.phones[i] = domain::phone_number{"display" + n, 100 + static_cast<int>(i), i % 2 == 0, "GB",
                                                 "input" + n,   "+1317555010" + n,         "US"};
    }
    profile.address = domain::contact_address{"1 Main", "Flat 2", "Carmel", "IN", "46032", "US"};
    profile.survey_opt_out = false;
    profile.external_system_url = "https://crm.example/ann?x=:y";
    profile.custom_fields = {{"colour", R"("blue: deep")"}, {"n", "[1,2]"}};
    profile.external_organization = "e0000000-0000-4000-8000-000000000001";
    profile.social(domain::social_network::twitter) =
        domain::social_account{"t-1", "Ann on X", "ann_b", "https://x.example/ann_b", true, {}};
    profile.social(domain::social_network::line) = domain::social_account{"l-1", "Ann", {}, {}, {}, {}};
    profile.social(domain::social_network::facebook) = domain::social_account{"f-1", {}, {}, {}, {}, {}};
    profile.social(domain::social_network::whatsapp) = domain::social_account{
        {}, "Ann", {}, {}, {}, domain::phone_number{"+44 20 7946 0001", {}, {}, {}, "020 7946 0001", "+442079460001", "GB"}};
    profile.social(domain::social_network::instagram) = domain::social_account{"g-1", "Ann", "ann.b", {}, {}, {}};
    profile.apple_opaque_ids = {"a-2", "a-1"};
    return person;
}

void check_same(const domain::contact& a, const domain::contact& b) {
    BOOST_TEST(a.id.text() == b.id.text());
    BOOST_TEST(a.division.text() == b.division.text());
    BOOST_TEST(a.type == b.type);
    BOOST_TEST(a.created_at == b.created_at);
    BOOST_TEST(a.modified_at == b.modified_at);
    BOOST_TEST((a.expires_at == b.expires_at));
    const auto& p = a.profile;
    const auto& q = b.profile;
    for (const auto member :
         {&domain::contact_profile::first_name, &domain::contact_profile::middle_name, &domain::contact_profile::last_name,
          &domain::contact_profile::salutation, &domain::contact_profile::title, &domain::contact_profile::external_system_url,
          &domain::contact_profile::external_organization})
        BOOST_TEST((p.*member) == (q.*member));
    BOOST_TEST((p.custom_fields == q.custom_fields));
    BOOST_TEST((p.socials == q.socials));
    BOOST_TEST((p.apple_opaque_ids == q.apple_opaque_ids));
    BOOST_TEST((p.phones == q.phones));
    BOOST_TEST((p.emails == q.emails));
    BOOST_TEST((p.address == q.address));
    BOOST_TEST((p.survey_opt_out == q.survey_opt_out));
}

struct contacts : testing::temp_database {
    template <class Work>
    void write(Work work) {
        const auto done = database.write(soon(), [&](transaction& open) -> domain::result<void> {
            work(open);
            return {};
        });
        BOOST_REQUIRE(done);
    }
    std::optional<domain::contact> find(const domain::contact_id& id, const domain::organization_id& organization = acme()) {
        return database.read(soon(), [&](transaction& open) { return contact_repository(open).find(organization, id); });
    }
    void insert(const domain::contact& person) {
        write([&](transaction& open) { contact_repository(open).insert(acme(), person); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(contact_repositories, contacts)

BOOST_AUTO_TEST_CASE(every_field_comes_back_as_it_was_stored) {
    const auto person = full_contact();
    insert(person);
    check_same(find(person.id).value(), person);
}

BOOST_AUTO_TEST_CASE(absent_fields_come_back_absent) {
    const domain::contact person{domain::contact_id::random(), {}, domain::contact_type::curated, {}, 1, 2, {}};
    insert(person);
    check_same(find(person.id).value(), person);
}

BOOST_AUTO_TEST_CASE(zero_and_false_are_not_absent) {
    auto person = full_contact();
    person.profile.phones[0]->extension = 0;
    person.profile.phones[0]->accepts_sms = false;
    person.profile.survey_opt_out = true;
    insert(person);
    check_same(find(person.id).value(), person);
}

BOOST_AUTO_TEST_CASE(update_replaces_the_whole_profile_and_nothing_else) {
    auto person = full_contact();
    insert(person);
    auto emptied = person;
    emptied.profile = {};
    emptied.profile.first_name = "Anna";
    emptied.modified_at = 99;
    write([&](transaction& open) { contact_repository(open).update(acme(), emptied); });
    check_same(find(person.id).value(), emptied);
}

BOOST_AUTO_TEST_CASE(another_organization_does_not_find_it) {
    const auto person = full_contact();
    insert(person);
    BOOST_TEST(!find(person.id, testing::rival()).has_value());
}

BOOST_AUTO_TEST_CASE(remove_takes_everything_recorded_under_the_id) {
    const auto person = full_contact();
    insert(person);
    write([&](transaction& open) {
        identifier_repository(open).hold({acme(), person.division}, testing::phone("+13175550142"), person.id, 1);
        const domain::interaction arrived{"i-1", acme(), {}, "voice", 1, {}};
        interaction_repository interactions(open);
        interactions.insert_link(arrived, person.id);
        interactions.put_decision(arrived, {domain::outcome::matched, person.id, person.type, {}, "why"}, 1);
    });
    write([&](transaction& open) { contact_repository(open).remove(acme(), person.id); });
    for (const auto* table : {"contact", "contact_phone", "contact_address", "identifier", "interaction_link", "decision"})
        BOOST_TEST(number(std::string("SELECT COUNT(*) FROM ") + table) == 0, table);
}

BOOST_AUTO_TEST_CASE(renew_moves_an_expiry_forward_only_and_gives_none_to_curated_contacts) {
    const auto ephemeral = testing::add_contact(database, 1, {}, acme_scope(), domain::contact_type::ephemeral);
    const auto curated = testing::add_contact(database, 1);
    const auto expiry = find(ephemeral)->expires_at.value();
    const auto renew = [&](domain::timestamp until) {
        write([&](transaction& open) {
            contact_repository(open).renew(ephemeral, until);
            contact_repository(open).renew(curated, until);
        });
    };
    renew(expiry - 1);
    BOOST_TEST(find(ephemeral)->expires_at.value() == expiry);
    renew(expiry + 1);
    BOOST_TEST(find(ephemeral)->expires_at.value() == expiry + 1);
    BOOST_TEST(!find(curated)->expires_at.has_value());
}

BOOST_AUTO_TEST_CASE(scan_walks_one_division_of_one_organization_in_order) {
    std::vector<std::string> expected;
    for (int i = 0; i < 7; ++i) expected.push_back(testing::add_contact(database, i).text());
    testing::add_contact(database, 1, {}, {acme(), testing::north()});
    testing::add_contact(database, 1, {}, {testing::rival(), {}});
    std::sort(expected.begin(), expected.end());

    std::vector<std::string> walked;
    for (std::string after;;) {
        const auto page = database.read(
            soon(), [&](transaction& open) { return contact_repository(open).scan(acme(), domain::division_id(), after, 3); });
        if (page.empty()) break;
        BOOST_TEST_REQUIRE(page.size() <= 3U);
        for (const auto& person : page) walked.push_back(person.id.text());
        after = walked.back();
    }
    BOOST_TEST(walked == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
