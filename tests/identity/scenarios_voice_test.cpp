// SPDX-License-Identifier: BSL-1.0
// What an administrator is told of calls and messages, scenario by scenario.
#include "story.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::identity {
namespace {

using domain::channel_resolution;
using domain::contact_type;
using domain::identifier_type;
using domain::outcome;
using testing::acme;
using testing::add_contact;
using testing::add_source;
using testing::email;
using testing::external_id;
using testing::other;
using testing::phone;

const auto home = phone("+13175550142");
const auto mobile = phone("+13175550199");
const auto mail = email("ann@example.com");

channel_resolution switched(bool on) {
    channel_resolution rules;
    rules.resolves = on;
    return rules;
}

channel_resolution in_division(const domain::division_id& division) {
    channel_resolution rules;
    rules.division = division;
    return rules;
}

channel_resolution with_source(const domain::source_id& source) {
    channel_resolution rules;
    rules.source = source;
    return rules;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(calls_and_messages, story)

BOOST_AUTO_TEST_CASE(a_line_switched_off_links_nobody_while_the_others_go_on) {
    configure("voice", "old-line", switched(false));
    const auto off = next("voice", "old-line", {home});
    BOOST_TEST(off.made.result == outcome::disabled);
    BOOST_TEST(says(off, "integration"));
    BOOST_TEST(contacts() == 0);
    BOOST_TEST(number("SELECT COUNT(*) FROM decision") == 0);
    BOOST_TEST(next("voice", "main-line", {home}).made.result == outcome::created);
}

BOOST_AUTO_TEST_CASE(a_mailbox_switched_on_resolves_though_the_channel_is_off_by_default) {
    BOOST_TEST(next("email", "route-1", {mail}).made.result == outcome::disabled);
    configure("email", "route-1", switched(true));
    BOOST_TEST(next("email", "route-1", {mail}).made.result == outcome::created);
    BOOST_TEST(next("email", "route-2", {mail}).made.result == outcome::disabled);
}

BOOST_AUTO_TEST_CASE(one_id_on_two_channels_is_two_integrations) {
    configure("sms", "7", switched(false));
    BOOST_TEST(next("sms", "7", {home}).made.result == outcome::disabled);
    BOOST_TEST(next("voice", "7", {home}).made.result == outcome::created);
}

BOOST_AUTO_TEST_CASE(the_second_call_promotes_a_stranger_to_identified) {
    const auto first = a_call({home});
    BOOST_TEST(first.made.type == contact_type::ephemeral);
    const auto second = a_call({home});
    BOOST_TEST(second.made.type == contact_type::identified);
    BOOST_TEST(contact(contact_of(first))->type == contact_type::identified);
    BOOST_TEST(a_call({home}).made.type == contact_type::identified);
}

BOOST_AUTO_TEST_CASE(the_same_call_reported_again_promotes_nobody) {
    arrives("i-1", {home});
    BOOST_TEST(arrives("i-1", {home}).made.type == contact_type::ephemeral);
}

BOOST_AUTO_TEST_CASE(an_identified_contact_lives_sixty_days_from_its_latest_call) {
    const auto ann = contact_of(arrives("i-1", {home}));
    arrives("i-2", {home}, testing::acme_scope(), "voice", noon + 30 * day);
    BOOST_TEST(contact(ann)->expires_at.value() == noon + 90 * day);
}

BOOST_AUTO_TEST_CASE(two_at_one_phone_the_first_is_meant_and_after_her_deletion_the_next) {
    const auto ann = add_contact(database, 1, {home});
    const auto bob = add_contact(database, 2, {home});
    BOOST_TEST(contact_of(a_call({home})) == ann.text());
    forget(ann);
    BOOST_TEST(contact_of(a_call({home})) == bob.text());
    forget(bob);
    BOOST_TEST(a_call({home}).made.result == outcome::created);
}

BOOST_AUTO_TEST_CASE(of_several_the_most_trusted_identifier_decides) {
    add_contact(database, 1, {home});
    const auto bob = add_contact(database, 2, {mail});
    const auto resolved = a_call({home, mail});
    BOOST_TEST(contact_of(resolved) == bob.text());
    BOOST_TEST(says(resolved, "order of trust"));
}

BOOST_AUTO_TEST_CASE(of_several_the_oldest_contact_is_meant_where_the_policy_says_so) {
    policy = channel_policy({}, several_matches::oldest);
    const auto ann = add_contact(database, 1, {home});
    add_contact(database, 2, {mail});
    const auto resolved = a_call({mail, home});
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(resolved.matched_position == 1);
    BOOST_TEST(says(resolved, "oldest"));
}

BOOST_AUTO_TEST_CASE(of_several_nobody_is_linked_where_the_policy_leaves_it_to_the_agent) {
    policy = channel_policy({}, several_matches::leave);
    const auto ann = add_contact(database, 1, {home, mobile});
    add_contact(database, 2, {mail});
    const auto left = a_call({home, mail});
    BOOST_TEST(left.made.result == outcome::unresolved);
    BOOST_TEST(says(left, "agent"));
    BOOST_TEST(link("1") == "");
    BOOST_TEST(decision("1").value().reason == left.made.reason);
    // Two identifiers of one contact are no ambiguity.
    BOOST_TEST(contact_of(a_call({home, mobile})) == ann.text());
    BOOST_TEST(a_call({phone("+13175550100")}).made.result == outcome::created);
}

BOOST_AUTO_TEST_CASE(a_merged_owner_answers_as_what_she_became) {
    const auto ann = add_contact(database, 1, {home});
    const auto anna = add_contact(database, 2, {mail});
    const auto head = change([&](storage::transaction& open) {
        return merging(open, acme(), noon).merge(std::vector{ann, anna}, std::nullopt);
    });
    BOOST_TEST(contact_of(a_call({home})) == head->id.text());
    BOOST_TEST(contact_of(a_call({mail})) == head->id.text());
}

BOOST_AUTO_TEST_CASE(a_call_linked_before_a_merge_answers_as_what_the_contact_became) {
    const auto ann = add_contact(database, 1, {home});
    const auto anna = add_contact(database, 2, {mail});
    arrives("i-1", {home});
    const auto head = change([&](storage::transaction& open) {
        return merging(open, acme(), noon).merge(std::vector{ann, anna}, std::nullopt);
    });
    BOOST_TEST(contact_of(arrives("i-1", {home})) == head->id.text());
}

BOOST_AUTO_TEST_CASE(a_line_of_a_division_looks_and_creates_there_alone) {
    const storage::scope in_north{acme(), testing::north()};
    configure("voice", "north-line", in_division(testing::north()));
    const auto outside = add_contact(database, 1, {home});
    const auto inside = next("voice", "north-line", {home});
    BOOST_TEST(inside.made.result == outcome::created);
    BOOST_TEST(contact(contact_of(inside))->division.text() == testing::north().text());
    BOOST_TEST(contact_of(next("voice", "north-line", {home})) == contact_of(inside));
    BOOST_TEST(contact_of(next("voice", "main-line", {home})) == outside.text());
    BOOST_TEST(contact_of(arrives("by-host", {home}, in_north)) == contact_of(inside));
}

BOOST_AUTO_TEST_CASE(a_source_disabled_in_mid_conversation_resolves_on_but_takes_nobody_new) {
    const auto crm = add_source(database, "CRM");
    const auto ann = contact_of(a_call({home, external_id(crm, "C-1")}));
    testing::disable_source(database, crm);
    BOOST_TEST(contact_of(a_call({external_id(crm, "C-1")})) == ann);
    const auto stranger = a_call({mobile, external_id(crm, "C-2")});
    BOOST_TEST(stranger.made.result == outcome::created);
    BOOST_TEST(owner_of(external_id(crm, "C-2")) == "");
    BOOST_TEST(owner_of(mobile) == contact_of(stranger));
}

BOOST_AUTO_TEST_CASE(a_whatsapp_number_and_a_phone_are_one_person) {
    const auto account = other(identifier_type::social_whatsapp, "13175550142");
    const auto ann = contact_of(a_call({home}));
    const auto message = next("whatsapp", "account-1", {account});
    BOOST_TEST(contact_of(message) == ann);
    BOOST_TEST(message.matched_position == 0);
    BOOST_TEST(owner_of(account) == ann);
}

BOOST_AUTO_TEST_CASE(who_wrote_on_whatsapp_is_known_when_she_calls) {
    const auto ann = contact_of(next("whatsapp", "account-1", {other(identifier_type::social_whatsapp, "13175550142")}));
    BOOST_TEST(contact_of(a_call({home})) == ann);
}

BOOST_AUTO_TEST_CASE(a_whatsapp_account_without_a_number_or_beside_a_phone_is_no_phone) {
    next("whatsapp", "account-1", {other(identifier_type::social_whatsapp, "ann.example")});
    next("whatsapp", "account-1", {other(identifier_type::social_whatsapp, "13175550142"), mobile});
    BOOST_TEST(owner_of(home) == "");
    // On another channel it is an account like any other.
    next("facebook", "page-1", {other(identifier_type::social_whatsapp, "13175550177")});
    BOOST_TEST(owner_of(phone("+13175550177")) == "");
}

BOOST_AUTO_TEST_CASE(open_messaging_keeps_its_opaque_ids_under_the_configured_source) {
    const auto shop = add_source(database, "Shop");
    configure("openmessaging", "shop", with_source(shop));
    const auto first = next("openmessaging", "shop", {}, {"o-1"});
    BOOST_TEST(first.made.result == outcome::created);
    BOOST_TEST(owner_of(external_id(shop, "o-1")) == contact_of(first));
    const auto second = next("openmessaging", "shop", {home}, {"o-1"});
    BOOST_TEST(contact_of(second) == contact_of(first));
    BOOST_TEST(second.matched_position == 1);
    BOOST_TEST(second.profile_url == "https://crm.example/o-1");
    BOOST_TEST(owner_of(home) == contact_of(first));
}

BOOST_AUTO_TEST_CASE(an_opaque_id_without_a_configured_source_is_dropped_and_the_reason_says_so) {
    const auto alone = next("openmessaging", "shop", {}, {"o-1"});
    BOOST_TEST(alone.made.result == outcome::unresolved);
    BOOST_TEST(says(alone, "source"));
    BOOST_TEST(next("openmessaging", "shop", {home}, {"o-1"}).made.result == outcome::created);
    BOOST_TEST(number("SELECT COUNT(*) FROM identifier WHERE type = 'ExternalId'") == 0);
}

BOOST_AUTO_TEST_CASE(opaque_ids_of_a_configured_source_that_was_disabled_resolve_but_none_is_added) {
    const auto shop = add_source(database, "Shop");
    configure("openmessaging", "shop", with_source(shop));
    const auto ann = contact_of(next("openmessaging", "shop", {}, {"o-1"}));
    testing::disable_source(database, shop);
    BOOST_TEST(contact_of(next("openmessaging", "shop", {}, {"o-1"})) == ann);
    BOOST_TEST(next("openmessaging", "shop", {}, {"o-2"}).made.result == outcome::unresolved);
    testing::delete_source(database, shop);
    BOOST_TEST(contact_of(next("openmessaging", "shop", {}, {"o-1"})) == ann);
}

BOOST_AUTO_TEST_CASE(an_id_and_a_phone_in_a_custom_field_link_nothing) {
    const auto crm = add_source(database, "CRM");
    const auto ann = add_contact(database, 1, {external_id(crm, "C-1")});
    domain::contact liar;
    liar.profile.custom_fields = {{"phone", R"("+13175550142")"}, {"crm", R"("C-1")"}, {"externalIds", R"(["C-2"])"}};
    change([&](storage::transaction& open) { return contact_book(open, acme(), noon).create(liar, std::nullopt); });
    BOOST_TEST(contact_of(a_call({external_id(crm, "C-1")})) == ann.text());
    BOOST_TEST(a_call({home}).made.result == outcome::created);
    BOOST_TEST(a_call({external_id(crm, "C-2")}).made.result == outcome::created);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
