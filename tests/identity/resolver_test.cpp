// SPDX-License-Identifier: BSL-1.0
#include "identity/resolver.hpp"

#include "identity/association.hpp"
#include "storage/contact_repository.hpp"
#include "story.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::identity {
namespace {

namespace data = boost::unit_test::data;
using domain::identifier_type;
using domain::outcome;
using testing::acme;
using testing::acme_scope;
using testing::add_contact;
using testing::add_source;
using testing::email;
using testing::external_id;
using testing::other;
using testing::phone;

constexpr identifier_type without_source[] = {
    identifier_type::email,
    identifier_type::phone,
    identifier_type::social_line,
    identifier_type::social_facebook,
    identifier_type::social_twitter,
    identifier_type::social_whatsapp,
    identifier_type::social_whatsapp_bsuid,
    identifier_type::social_instagram,
    identifier_type::social_instagram_handle,
    identifier_type::apple_opaque_id,
    identifier_type::cookie,
};

domain::identifier sample_of(identifier_type type) {
    return other(type, type == identifier_type::email ? "ann@example.com" : "13175550142");
}

const auto line = phone("+13175550142");
const auto mail = email("ann@example.com");
const auto biscuit = other(identifier_type::cookie, "k-1");
const auto page = other(identifier_type::social_facebook, "f-1");

}  // namespace

BOOST_FIXTURE_TEST_SUITE(resolving_interactions, story)

BOOST_DATA_TEST_CASE(a_known_identifier_of_any_type_matches_its_owner, data::make(without_source)) {
    const auto ann = add_contact(database, 1, {sample_of(sample)});
    const auto resolved = arrives("i-1", {sample_of(sample)});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(resolved.made.type == domain::contact_type::curated);
    BOOST_TEST((resolved.made.matched == sample_of(sample)));
    BOOST_TEST(resolved.matched_position == 0);
    BOOST_TEST(!resolved.made.reason.empty());
    BOOST_TEST(link("i-1") == ann.text());
    BOOST_TEST(decision("i-1").value().result == outcome::matched);
}

BOOST_AUTO_TEST_CASE(an_external_id_matches_its_owner_and_gives_the_profile_url) {
    const auto crm = add_source(database, "CRM");
    const auto ann = add_contact(database, 1, {external_id(crm, "C 1/2")});
    const auto resolved = arrives("i-1", {line, external_id(crm, "C 1/2")});
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(resolved.matched_position == 1);
    BOOST_TEST(resolved.profile_url == "https://crm.example/C%201%2F2");
}

BOOST_AUTO_TEST_CASE(nobody_known_makes_an_ephemeral_contact_that_owns_what_was_presented) {
    const auto resolved = arrives("i-1", {line, biscuit});
    BOOST_TEST(resolved.made.result == outcome::created);
    BOOST_TEST(resolved.made.type == domain::contact_type::ephemeral);
    BOOST_TEST(resolved.matched_position == -1);
    const auto made = contact(contact_of(resolved)).value();
    BOOST_TEST(made.type == domain::contact_type::ephemeral);
    BOOST_TEST(made.expires_at.value() == noon + domain::unpromoted_life_us);
    BOOST_TEST(owner_of(line) == made.id.text());
    BOOST_TEST(owner_of(biscuit) == made.id.text());
    BOOST_TEST(decision("i-1").value().result == outcome::created);
}

BOOST_AUTO_TEST_CASE(the_second_interaction_matches_the_contact_the_first_made) {
    const auto first = arrives("i-1", {line});
    const auto second = arrives("i-2", {line});
    BOOST_TEST(second.made.result == outcome::matched);
    BOOST_TEST(contact_of(second) == contact_of(first));
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 1);
}

BOOST_AUTO_TEST_CASE(the_order_of_trust_decides_between_owners_whatever_the_order_presented) {
    const auto crm = add_source(database, "CRM");
    const auto id = external_id(crm, "C-1");
    const auto by_cookie = add_contact(database, 1, {biscuit});
    const auto by_page = add_contact(database, 2, {page});
    const auto by_phone = add_contact(database, 3, {line});
    const auto by_mail = add_contact(database, 4, {mail});
    const auto by_id = add_contact(database, 5, {id});
    BOOST_TEST(contact_of(arrives("i-1", {biscuit, page, line, mail, id})) == by_id.text());
    BOOST_TEST(contact_of(arrives("i-2", {biscuit, page, line, mail})) == by_mail.text());
    BOOST_TEST(contact_of(arrives("i-3", {biscuit, page, line})) == by_phone.text());
    BOOST_TEST(contact_of(arrives("i-4", {biscuit, page})) == by_page.text());
    BOOST_TEST(contact_of(arrives("i-5", {biscuit})) == by_cookie.text());
}

BOOST_AUTO_TEST_CASE(within_one_type_the_oldest_contact_decides) {
    const auto second_line = phone("+13175550199");
    const auto older = add_contact(database, 1, {second_line});
    add_contact(database, 2, {line});
    const auto resolved = arrives("i-1", {line, second_line});
    BOOST_TEST(contact_of(resolved) == older.text());
    BOOST_TEST(resolved.matched_position == 1);
    BOOST_TEST(resolved.made.reason.find("2 contacts") != std::string::npos, resolved.made.reason);
}

BOOST_AUTO_TEST_CASE(a_match_adopts_what_nobody_owns_and_takes_nothing_from_others) {
    const auto ann = add_contact(database, 1, {mail});
    const auto bob = add_contact(database, 2, {line});
    arrives("i-1", {mail, line, biscuit});
    BOOST_TEST(owner_of(biscuit) == ann.text());
    BOOST_TEST(owner_of(line) == bob.text());
}

BOOST_AUTO_TEST_CASE(a_second_external_id_of_one_source_is_another_person_at_the_same_phone) {
    const auto crm = add_source(database, "CRM");
    const auto ann = add_contact(database, 1, {line, external_id(crm, "C-1")});
    const auto resolved = arrives("i-1", {line, external_id(crm, "C-2")});
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(owner_of(external_id(crm, "C-2")) == "");
}

BOOST_AUTO_TEST_CASE(each_interaction_renews_the_life_of_an_ephemeral_contact) {
    const auto id = contact_of(arrives("i-1", {line}));
    arrives("i-2", {line}, acme_scope(), "voice", noon + day);
    BOOST_TEST(contact(id)->expires_at.value() == noon + day + domain::unpromoted_life_us);
    // An interaction that comes late does not shorten it.
    arrives("i-3", {line}, acme_scope(), "voice", noon - day);
    BOOST_TEST(contact(id)->expires_at.value() == noon + day + domain::unpromoted_life_us);
}

BOOST_AUTO_TEST_CASE(a_curated_contact_gets_no_expiry) {
    const auto ann = add_contact(database, 1, {line});
    arrives("i-1", {line});
    BOOST_TEST(!contact(ann.text())->expires_at.has_value());
}

BOOST_AUTO_TEST_CASE(on_a_channel_switched_off_nothing_happens) {
    add_contact(database, 1, {mail});
    const auto resolved = arrives("i-1", {mail}, acme_scope(), "email");
    BOOST_TEST(resolved.made.result == outcome::disabled);
    BOOST_TEST(contact_of(resolved) == "");
    BOOST_TEST(resolved.made.reason.find("email") != std::string::npos);
    BOOST_TEST(link("i-1") == "");
    BOOST_TEST(!decision("i-1").has_value());
}

BOOST_AUTO_TEST_CASE(without_an_identifier_it_stays_unresolved_and_the_reason_is_kept) {
    const auto resolved = arrives("i-1", {});
    BOOST_TEST(resolved.made.result == outcome::unresolved);
    BOOST_TEST(decision("i-1").value().reason == resolved.made.reason);
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 0);
}

BOOST_AUTO_TEST_CASE(a_new_external_id_of_a_disabled_source_alone_stays_unresolved) {
    const auto crm = add_source(database, "CRM");
    testing::disable_source(database, crm);
    const auto resolved = arrives("i-1", {external_id(crm, "C-1")});
    BOOST_TEST(resolved.made.result == outcome::unresolved);
    BOOST_TEST(resolved.made.reason.find("disabled") != std::string::npos);
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 0);
    BOOST_TEST(number("SELECT COUNT(*) FROM identifier") == 0);
}

BOOST_AUTO_TEST_CASE(what_a_disabled_or_deleted_source_issued_before_still_resolves) {
    const auto crm = add_source(database, "CRM");
    const auto ann = add_contact(database, 1, {external_id(crm, "C-1")});
    testing::disable_source(database, crm);
    BOOST_TEST(contact_of(arrives("i-1", {external_id(crm, "C-1")})) == ann.text());
    testing::delete_source(database, crm);
    const auto resolved = arrives("i-2", {external_id(crm, "C-1")});
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(resolved.profile_url == "");
}

BOOST_AUTO_TEST_CASE(under_a_disabled_source_a_phone_still_makes_a_contact_but_the_external_id_stays_free) {
    const auto crm = add_source(database, "CRM");
    testing::disable_source(database, crm);
    const auto resolved = arrives("i-1", {external_id(crm, "C-1"), line});
    BOOST_TEST(resolved.made.result == outcome::created);
    BOOST_TEST(owner_of(external_id(crm, "C-1")) == "");
    arrives("i-2", {external_id(crm, "C-1"), line});
    BOOST_TEST(owner_of(external_id(crm, "C-1")) == "");
}

BOOST_AUTO_TEST_CASE(an_unresolved_interaction_resolves_once_there_is_somebody) {
    const auto crm = add_source(database, "CRM");
    testing::disable_source(database, crm);
    arrives("i-1", {external_id(crm, "C-1")});
    const auto ann = add_contact(database, 1, {external_id(crm, "C-1")});
    BOOST_TEST(contact_of(arrives("i-1", {external_id(crm, "C-1")})) == ann.text());
    BOOST_TEST(number("SELECT COUNT(*) FROM decision") == 1);
}

BOOST_AUTO_TEST_CASE(the_same_interaction_again_answers_with_its_link_and_changes_nothing) {
    const auto crm = add_source(database, "CRM");
    add_contact(database, 1, {external_id(crm, "C-1")});
    const auto first = arrives("i-1", {external_id(crm, "C-1")});
    const auto before = number("SELECT decided_at FROM decision");
    const auto second = arrives("i-1", {biscuit, external_id(crm, "C-1")});
    BOOST_TEST(contact_of(second) == contact_of(first));
    BOOST_TEST(second.made.result == outcome::matched);
    BOOST_TEST(second.matched_position == 1);
    BOOST_TEST(second.profile_url == first.profile_url);
    BOOST_TEST(owner_of(biscuit) == "");
    BOOST_TEST(number("SELECT decided_at FROM decision") == before);
    BOOST_TEST(number("SELECT COUNT(*) FROM interaction_link") == 1);
}

BOOST_AUTO_TEST_CASE(two_divisions_never_meet) {
    const storage::scope in_north{acme(), testing::north()};
    const auto first = arrives("i-1", {line});
    const auto second = arrives("i-2", {line}, in_north);
    BOOST_TEST(second.made.result == outcome::created);
    BOOST_TEST(contact_of(second) != contact_of(first));
    BOOST_TEST(contact_of(arrives("i-3", {line}, in_north)) == contact_of(second));
}

BOOST_AUTO_TEST_CASE(two_organizations_never_meet_even_under_one_interaction_id) {
    const storage::scope at_rival{testing::rival(), {}};
    const auto first = arrives("i-1", {line});
    const auto second = arrives("i-1", {line}, at_rival);
    BOOST_TEST(second.made.result == outcome::created);
    BOOST_TEST(contact_of(second) != contact_of(first));
    BOOST_TEST(link("i-1") == contact_of(first));
}

BOOST_AUTO_TEST_CASE(another_organizations_source_is_unknown_here) {
    const auto crm = add_source(database, "CRM", testing::rival());
    BOOST_TEST(arrives("i-1", {external_id(crm, "C-1")}).made.result == outcome::unresolved);
}

BOOST_AUTO_TEST_CASE(custom_fields_never_link) {
    domain::contact person{domain::contact_id::random(), {}, domain::contact_type::curated, {}, 1, 1, {}};
    person.profile.custom_fields = {{"phone", R"("+13175550142")"}};
    const auto stored = database.write(testing::soon(), [&](storage::transaction& open) -> domain::result<void> {
        storage::contact_repository(open).insert(acme(), person);
        association(open, acme_scope(), person.id, 1).carry({}, domain::carried_identifiers(person.profile));
        return {};
    });
    BOOST_REQUIRE(stored);
    BOOST_TEST(arrives("i-1", {line}).made.result == outcome::created);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
