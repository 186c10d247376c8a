// SPDX-License-Identifier: BSL-1.0
// What an administrator is told of web deployments whose visitors are told apart, but not merged.
#include "story.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::identity {
namespace {

using domain::contact_type;
using domain::identifier_type;
using domain::outcome;
using testing::add_contact;
using testing::add_source;
using testing::email;
using testing::external_id;
using testing::other;
using testing::phone;

const auto biscuit = other(identifier_type::cookie, "k-1");
const auto mail = email("ann@example.com");
const auto home = phone("+13175550142");

struct web_story : story {
    domain::source_id shop = add_source(database, "Shop");

    web_story() {
        domain::channel_resolution rules;
        rules.source = shop;
        configure("webmessaging", "site", rules);
    }
    resolution visits(std::initializer_list<domain::identifier> presented) { return next("webmessaging", "site", presented); }
    /// A visitor who signed in with this ID.
    resolution signs_in(const std::string& id, std::initializer_list<domain::identifier> presented = {}) {
        return next("webmessaging-authenticated", "site", presented, {id});
    }
    domain::identifier shop_id(const std::string& value) const { return external_id(shop, value); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(web_visitors, web_story)

BOOST_AUTO_TEST_CASE(with_a_cookie_alone_make_an_ephemeral_contact) {
    BOOST_TEST(visits({biscuit}).made.type == contact_type::ephemeral);
}

BOOST_AUTO_TEST_CASE(with_more_than_a_cookie_make_an_identified_contact_that_expires) {
    const auto made = visits({biscuit, mail});
    BOOST_TEST(made.made.result == outcome::created);
    BOOST_TEST(made.made.type == contact_type::identified);
    BOOST_TEST(says(made, "Identified"));
    BOOST_TEST(contact(contact_of(made))->expires_at.value() == noon + domain::unpromoted_life_us);
    BOOST_TEST(owner_of(biscuit) == contact_of(made));
    BOOST_TEST(owner_of(mail) == contact_of(made));
}

BOOST_AUTO_TEST_CASE(who_sign_in_for_the_first_time_are_made_under_their_id) {
    const auto made = signs_in("ann", {biscuit});
    BOOST_TEST(made.made.result == outcome::created);
    BOOST_TEST(made.made.type == contact_type::identified);
    BOOST_TEST(owner_of(shop_id("ann")) == contact_of(made));
    BOOST_TEST(made.profile_url == "https://crm.example/ann");
}

BOOST_AUTO_TEST_CASE(known_by_cookie_who_sign_in_give_that_contact_their_id) {
    const auto ann = contact_of(visits({biscuit}));
    const auto signed_in = signs_in("ann", {biscuit});
    BOOST_TEST(contact_of(signed_in) == ann);
    BOOST_TEST(signed_in.made.type == contact_type::identified);
    BOOST_TEST(owner_of(shop_id("ann")) == ann);
    BOOST_TEST(contact_of(signs_in("ann")) == ann);
}

BOOST_AUTO_TEST_CASE(are_who_signed_in_whoever_else_owns_their_other_identifiers) {
    policy = channel_policy({}, several_matches::oldest);
    add_contact(database, 1, {mail, home});
    const auto ann = add_contact(database, 2, {shop_id("ann")});
    const auto resolved = signs_in("ann", {mail, home, biscuit});
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(owner_of(biscuit) == ann.text());
    BOOST_TEST(owner_of(mail) != ann.text());
}

BOOST_AUTO_TEST_CASE(signing_in_at_anothers_computer_become_a_contact_of_their_own) {
    const auto ann = contact_of(signs_in("ann", {biscuit}));
    const auto bob = signs_in("bob", {biscuit, mail});
    BOOST_TEST(bob.made.result == outcome::created);
    BOOST_TEST(contact_of(bob) != ann);
    BOOST_TEST(says(bob, "another ID"));
    BOOST_TEST(owner_of(shop_id("bob")) == contact_of(bob));
    BOOST_TEST(owner_of(mail) == contact_of(bob));
    BOOST_TEST(owner_of(biscuit) == ann);
    BOOST_TEST(contact_of(signs_in("bob", {biscuit})) == contact_of(bob));
}

BOOST_AUTO_TEST_CASE(signing_in_pass_over_other_people_to_the_contact_that_may_be_theirs) {
    signs_in("ann", {biscuit});
    const auto unknown = add_contact(database, 1, {home});
    BOOST_TEST(contact_of(signs_in("bob", {biscuit, home})) == unknown.text());
    BOOST_TEST(owner_of(shop_id("bob")) == unknown.text());
}

BOOST_AUTO_TEST_CASE(after_the_source_was_disabled_are_known_but_nobody_new_is_associated) {
    const auto ann = contact_of(signs_in("ann"));
    testing::disable_source(database, shop);
    BOOST_TEST(contact_of(signs_in("ann", {mail})) == ann);
    const auto bob = signs_in("bob", {biscuit});
    BOOST_TEST(bob.made.result == outcome::created);
    BOOST_TEST(bob.made.type == contact_type::ephemeral);
    BOOST_TEST(owner_of(shop_id("bob")) == "");
}

BOOST_AUTO_TEST_CASE(with_several_owners_are_left_to_the_agent_where_the_policy_says_so_unless_they_signed_in) {
    policy = channel_policy({}, several_matches::leave);
    add_contact(database, 1, {mail});
    add_contact(database, 2, {home});
    BOOST_TEST(visits({mail, home}).made.result == outcome::unresolved);
    BOOST_TEST(signs_in("ann", {mail, home}).made.result == outcome::unresolved);
    const auto ann = add_contact(database, 3, {shop_id("ann")});
    BOOST_TEST(contact_of(signs_in("ann", {mail, home})) == ann.text());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
