// SPDX-License-Identifier: BSL-1.0
#include "identity/merging.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/interaction_repository.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace extsrc::identity {
namespace {

using domain::contact;
using domain::contact_id;
using domain::contact_type;
using domain::errc;
using testing::acme;
using testing::acme_scope;
using testing::add_contact;
using testing::external_id;
using testing::owner_of;
using testing::phone;
using testing::soon;

const auto line = phone("+13175550142");

struct merges : testing::temp_database {
    static constexpr domain::timestamp later = 500;

    domain::result<contact> merge(const std::vector<contact_id>& ids, const std::optional<value_override>& with = {}) {
        return database.write(soon(),
                              [&](storage::transaction& open) { return merging(open, acme(), later).merge(ids, with); });
    }
    domain::result<contact> merge_pair(const contact_id& a, const contact_id& b) {
        return database.write(soon(),
                              [&](storage::transaction& open) { return merging(open, acme(), later).merge_pair(a, b); });
    }
    std::optional<contact> raw(const contact_id& id) {
        return database.read(soon(),
                             [&](storage::transaction& open) { return storage::contact_repository(open).find(acme(), id); });
    }
    std::string answering(const contact_id& id) {
        return database.read(soon(), [&](storage::transaction& open) {
            const auto person = storage::contact_repository(open).find_canonical(acme(), id);
            return person ? person->id.text() : std::string();
        });
    }
    std::size_t set_size(const contact_id& canonical) {
        return database.read(
            soon(), [&](storage::transaction& open) { return storage::contact_repository(open).merge_set(canonical).size(); });
    }
    contact_id named(const std::string& name, domain::timestamp at, const std::map<std::string, std::string>& custom = {}) {
        contact person;
        person.profile.first_name = name;
        person.profile.custom_fields = custom;
        return database
            .write(soon(),
                   [&](storage::transaction& open) { return contact_book(open, acme(), at).create(person, std::nullopt); })
            .value()
            .id;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(merging_contacts, merges)

BOOST_AUTO_TEST_CASE(the_result_is_a_new_contact_that_answers_for_all) {
    const auto a = named("Ann", 10);
    const auto b = named("Anna", 20);
    const auto head = merge({a, b}).value();
    BOOST_TEST((head.id != a && head.id != b));
    BOOST_TEST(head.profile.first_name == "Anna");
    BOOST_TEST(head.created_at == later);
    BOOST_TEST(answering(a) == head.id.text());
    BOOST_TEST(answering(b) == head.id.text());
    BOOST_TEST((raw(a)->merged_to == head.id && raw(a)->canonical == head.id));
    BOOST_TEST(raw(a)->profile.first_name == "Ann");
    BOOST_TEST((raw(head.id)->canonical == head.id && !raw(head.id)->merged_away()));
    BOOST_TEST(set_size(head.id) == 3U);
}

BOOST_AUTO_TEST_CASE(it_takes_every_identifier_and_the_place_of_the_longest_holder) {
    const auto crm = testing::add_source(database, "CRM");
    const auto a = add_contact(database, 30, {external_id(crm, "C-1")});
    const auto first = add_contact(database, 10, {line});
    const auto waiting = add_contact(database, 20, {line});
    const auto head = merge({a, waiting}).value();
    BOOST_TEST(owner_of(database, external_id(crm, "C-1")) == head.id.text());
    BOOST_TEST(owner_of(database, line) == first.text());
    const auto all = merge({head.id, first}).value();
    BOOST_TEST(owner_of(database, line) == all.id.text());
    BOOST_TEST(number("SELECT COUNT(*) FROM identifier") == 2);
    BOOST_TEST(number("SELECT MIN(held_since) FROM identifier WHERE type = 'Phone'") == 10);
}

BOOST_AUTO_TEST_CASE(a_merge_of_merges_has_one_canonical_contact) {
    const auto a = named("a", 1);
    const auto b = named("b", 2);
    const auto c = named("c", 3);
    const auto first = merge({a, b}).value();
    const auto second = merge({a, c}).value();
    for (const auto& id : {a, b, c, first.id}) BOOST_TEST(answering(id) == second.id.text());
    BOOST_TEST((raw(a)->merged_to == first.id));
    BOOST_TEST((raw(first.id)->merged_to == second.id));
    BOOST_TEST(set_size(second.id) == 5U);
}

BOOST_AUTO_TEST_CASE(an_override_wins_and_what_it_carries_is_held) {
    const auto a = named("Ann", 10, {{"tier", "1"}});
    const auto b = named("Anna", 20, {{"tier", "2"}, {"since", "2019"}});
    value_override with;
    with.profile.first_name = "Annabel";
    with.profile.custom_fields = {{"tier", "3"}};
    with.profile.emails[0] = "ann@example.com";
    const auto head = merge({a, b}, with).value();
    BOOST_TEST(head.profile.first_name == "Annabel");
    BOOST_TEST(head.profile.custom_fields.at("tier") == "3");
    BOOST_TEST(head.profile.custom_fields.at("since") == "2019");
    BOOST_TEST(owner_of(database, testing::email("ann@example.com")) == head.id.text());
}

BOOST_AUTO_TEST_CASE(what_was_released_stays_released_though_a_field_still_shows_it) {
    contact person;
    person.profile.emails[0] = "ann@example.com";
    const auto mail = testing::email("ann@example.com");
    const auto a = database
                       .write(soon(),
                              [&](storage::transaction& open) -> domain::result<contact> {
                                  contact_book book(open, acme(), 1);
                                  auto made = book.create(person, std::nullopt);
                                  book.associations_of(*made).release(mail).value();
                                  return made;
                              })
                       .value()
                       .id;
    const auto head = merge({a, named("b", 2)}).value();
    BOOST_TEST(head.profile.emails[0] == "ann@example.com");
    BOOST_TEST(owner_of(database, mail) == "");
}

BOOST_AUTO_TEST_CASE(links_stay_with_the_contact_they_were_made_to) {
    const auto a = named("a", 1);
    const auto b = named("b", 2);
    database
        .write(soon(),
               [&](storage::transaction& open) -> domain::result<void> {
                   storage::interaction_repository(open).insert_link({"i-1", acme(), {}, "voice", 1, {}}, a);
                   return {};
               })
        .value();
    const auto head = merge({a, b}).value();
    const auto links = database.read(soon(), [&](storage::transaction& open) {
        return storage::interaction_repository(open).list({head.id, true, {}, 10});
    });
    BOOST_TEST_REQUIRE(links.size() == 1U);
    BOOST_TEST((links[0].contact == a));
}

BOOST_AUTO_TEST_CASE(the_result_never_expires_nor_do_the_merged) {
    const auto a = add_contact(database, 1, {}, acme_scope(), contact_type::ephemeral);
    const auto b = add_contact(database, 2, {}, acme_scope(), contact_type::ephemeral);
    const auto head = merge({a, b}).value();
    BOOST_TEST((head.type == contact_type::identified));
    BOOST_TEST(!raw(head.id)->expires_at.has_value());
    BOOST_TEST(!raw(a)->expires_at.has_value());
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_there_twice_the_same_and_members_of_one_set) {
    const auto a = named("a", 1);
    const auto b = named("b", 2);
    BOOST_TEST(merge({a, contact_id::random()}).error().code == errc::not_found);
    BOOST_TEST(merge({a, a}).error().code == errc::invalid);
    BOOST_TEST(merge({a}).error().code == errc::invalid);
    BOOST_TEST(merge(std::vector<contact_id>(26, a)).error().code == errc::invalid);
    const auto head = merge({a, b}).value();
    BOOST_TEST(merge({a, b}).error().code == errc::conflict);
    BOOST_TEST(merge({head.id, b}).error().code == errc::conflict);
    BOOST_TEST(set_size(head.id) == 3U);
}

BOOST_AUTO_TEST_CASE(refuses_contacts_of_different_divisions) {
    const auto a = named("a", 1);
    const auto b = add_contact(database, 2, {}, {acme(), testing::north()});
    BOOST_TEST(merge({a, b}).error().code == errc::conflict);
}

BOOST_AUTO_TEST_CASE(refuses_a_set_of_more_than_52) {
    std::vector<contact_id> first;
    for (int i = 0; i < 25; ++i) first.push_back(named("a", i + 1));
    auto head = merge(first).value();
    std::vector<contact_id> second{head.id};
    for (int i = 0; i < 24; ++i) second.push_back(named("b", i + 1));
    head = merge(second).value();
    BOOST_TEST(set_size(head.id) == 51U);
    const auto last = named("c", 1);
    const auto refused = merge({head.id, last});
    BOOST_TEST(refused.error().code == errc::merge_limit_exceeded);
    BOOST_TEST(refused.error().reached.value().key == "merge.set");
    BOOST_TEST(answering(last) == last.text());
}

BOOST_AUTO_TEST_CASE(refuses_more_than_ten_external_ids_and_changes_nothing) {
    const auto crm = testing::add_source(database, "CRM");
    std::vector<domain::identifier> six;
    std::vector<domain::identifier> five;
    for (int i = 0; i < 6; ++i) six.push_back(external_id(crm, "a" + std::to_string(i)));
    for (int i = 0; i < 5; ++i) five.push_back(external_id(crm, "b" + std::to_string(i)));
    const auto a = add_contact(database, 1, six);
    const auto b = add_contact(database, 2, five);
    BOOST_TEST(merge({a, b}).error().reached.value().key == "external.ids.per.contact");
    BOOST_TEST(owner_of(database, six[0]) == a.text());
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 2);
}

BOOST_AUTO_TEST_CASE(refuses_custom_fields_that_do_not_fit_into_one_contact) {
    const std::string half = "\"" + std::string(domain::max_custom_fields_bytes / 2, 'x') + "\"";
    const auto a = named("a", 1, {{"one", half}});
    const auto b = named("b", 2, {{"two", half}});
    BOOST_TEST(merge({a, b}).error().reached.value().key == "custom.fields.bytes");
}

BOOST_AUTO_TEST_CASE(another_organization_is_not_there) {
    const auto a = named("a", 1);
    const auto theirs = add_contact(database, 2, {}, {testing::rival(), {}});
    BOOST_TEST(merge({a, theirs}).error().code == errc::not_found);
}

BOOST_AUTO_TEST_CASE(version_1_takes_neither_two_curated_nor_two_ephemeral) {
    const auto curated = named("a", 1);
    const auto also_curated = named("b", 2);
    const auto ephemeral = add_contact(database, 3, {}, acme_scope(), contact_type::ephemeral);
    const auto also_ephemeral = add_contact(database, 4, {}, acme_scope(), contact_type::ephemeral);
    BOOST_TEST(merge_pair(curated, also_curated).error().code == errc::conflict);
    BOOST_TEST(merge_pair(ephemeral, also_ephemeral).error().code == errc::conflict);
    BOOST_TEST((merge_pair(ephemeral, curated).value().type == contact_type::curated));
    const auto one = add_contact(database, 5, {}, acme_scope(), contact_type::identified);
    const auto other = add_contact(database, 6, {}, acme_scope(), contact_type::identified);
    BOOST_TEST((merge_pair(one, other).value().type == contact_type::identified));
}

BOOST_AUTO_TEST_CASE(removing_any_member_removes_the_set_and_frees_its_identifiers) {
    const auto a = add_contact(database, 1, {line});
    const auto b = named("b", 2);
    const auto next = add_contact(database, 3, {line});
    const auto head = merge({a, b}).value();
    database.write(soon(), [&](storage::transaction& open) { return contact_book(open, acme(), later).remove(b); }).value();
    for (const auto& id : {a, b, head.id}) BOOST_TEST(answering(id) == "");
    BOOST_TEST(owner_of(database, line) == next.text());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
