// SPDX-License-Identifier: BSL-1.0
// What an agent is told of calls that were linked or unlinked by hand.
#include "identity/linking.hpp"
#include "story.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::identity {
namespace {

using domain::outcome;
using testing::add_contact;
using testing::email;
using testing::phone;

const auto home = phone("+13175550142");
const auto mail = email("ann@example.com");

struct agent_story : story {
    const domain::contact_id ann = add_contact(database, 1, {home});
    const domain::contact_id bob = add_contact(database, 2, {mail});

    void associate(const std::string& call, const domain::contact_id& contact, const std::string& principal = "agent-7") {
        change([&](storage::transaction& open) {
            return linking(open, testing::acme(), principal, noon).associate({call, "voice"}, contact);
        });
    }
    void unlink(const std::string& call, const std::string& principal = "agent-7") {
        change([&](storage::transaction& open) {
            return linking(open, testing::acme(), principal, noon).unlink({call, "voice"});
        });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(an_agents_word, agent_story)

BOOST_AUTO_TEST_CASE(an_agents_unlinking_is_respected) {
    arrives("i-1", {home});
    unlink("i-1");
    const auto again = arrives("i-1", {home});
    BOOST_TEST(again.made.result == outcome::unresolved);
    BOOST_TEST(again.made.reason == "An agent took the interaction away from its contact.");
    BOOST_TEST(link("i-1") == "");
    const auto kept = decision("i-1").value();
    BOOST_TEST(kept.result == outcome::unresolved);
    BOOST_TEST(kept.reason == again.made.reason);
    BOOST_TEST(kept.decided_by == "agent-7");
    BOOST_TEST(contact_of(arrives("i-2", {home})) == ann.text());
}

BOOST_AUTO_TEST_CASE(an_agents_association_is_not_overturned) {
    BOOST_TEST(contact_of(arrives("i-1", {home})) == ann.text());
    associate("i-1", bob);
    const auto again = arrives("i-1", {home});
    BOOST_TEST(again.made.result == outcome::matched);
    BOOST_TEST(contact_of(again) == bob.text());
    BOOST_TEST(again.matched_position == -1);
    BOOST_TEST(link("i-1") == bob.text());
    BOOST_TEST(decision("i-1").value().decided_by == "agent-7");
    // The agent spoke of one call, not of the number.
    BOOST_TEST(owner_of(home) == ann.text());
    BOOST_TEST(contact_of(arrives("i-2", {home})) == ann.text());
}

BOOST_AUTO_TEST_CASE(an_association_made_before_the_call_was_resolved_holds) {
    const auto strange = phone("+13175550199");
    associate("i-1", bob);
    BOOST_TEST(contact_of(arrives("i-1", {strange})) == bob.text());
    BOOST_TEST(owner_of(strange) == "");
}

BOOST_AUTO_TEST_CASE(the_last_word_of_an_agent_counts) {
    arrives("i-1", {home});
    unlink("i-1");
    associate("i-1", bob);
    BOOST_TEST(contact_of(arrives("i-1", {home})) == bob.text());
    unlink("i-1");
    BOOST_TEST(arrives("i-1", {home}).made.result == outcome::unresolved);
}

BOOST_AUTO_TEST_CASE(an_agent_without_a_name_is_respected_too) {
    arrives("i-1", {home});
    unlink("i-1", "");
    BOOST_TEST(arrives("i-1", {home}).made.result == outcome::unresolved);
    BOOST_TEST(decision("i-1").value().decided_by == "agent");
    associate("i-1", bob, "");
    BOOST_TEST(decision("i-1").value().decided_by == "agent");
}

BOOST_AUTO_TEST_CASE(what_the_resolver_left_unresolved_stays_open) {
    policy = channel_policy({}, several_matches::leave);
    BOOST_TEST(arrives("i-1", {home, mail}).made.result == outcome::unresolved);
    BOOST_TEST(decision("i-1").value().decided_by == "");
    forget(bob);
    BOOST_TEST(contact_of(arrives("i-1", {home, mail})) == ann.text());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
