// SPDX-License-Identifier: BSL-1.0
#include "identity/answer_memory.hpp"

#include "story.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <future>
#include <string>

namespace extsrc::identity {
namespace {

using domain::contact_type;
using domain::identifier;
using domain::identifier_type;

const auto ada = domain::contact_id::trusted("00000000-0000-4000-8000-00000000000a");
const auto bob = domain::contact_id::trusted("00000000-0000-4000-8000-00000000000b");
const identifier phone{identifier_type::phone, {}, "+13175550142"};
const identifier mail{identifier_type::email, {}, "ada@example.com"};
const identifier crm_id{identifier_type::external_id, domain::source_id::trusted("00000000-0000-4000-8000-0000000000c1"),
                        "C-1"};

struct memories {
    answer_memory::clock::time_point now = answer_memory::clock::now();
    answer_memory memory{[this] { return now; }};

    static domain::interaction call(std::initializer_list<identifier> presented, const std::string& integration = "main-line") {
        auto arrived = story::made("i", presented, testing::acme_scope(), "voice", story::noon);
        arrived.integration = integration;
        return arrived;
    }
    // Who is remembered for a call that presents these; empty for nobody.
    std::string recalled(const domain::interaction& arrived) {
        const auto match = memory.recall(arrived);
        return match ? match->contact.text() : std::string();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(answer_memories, memories)

BOOST_AUTO_TEST_CASE(know_whom_an_identifier_was_matched_with) {
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, memory.latest_event());
    const auto match = memory.recall(call({mail, phone}));
    BOOST_REQUIRE(match.has_value());
    BOOST_TEST(match->contact.text() == ada.text());
    BOOST_TEST((match->type == contact_type::curated));
    BOOST_TEST(match->value.value == phone.value);
}

BOOST_AUTO_TEST_CASE(know_nothing_of_another_organization_division_channel_or_integration) {
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, memory.latest_event());
    BOOST_TEST(recalled(call({phone}, "other-line")) == "");
    auto elsewhere = call({phone});
    elsewhere.organization = testing::rival();
    BOOST_TEST(recalled(elsewhere) == "");
    elsewhere = call({phone});
    elsewhere.division = domain::division_id::trusted("00000000-0000-4000-8000-0000000000d1");
    BOOST_TEST(recalled(elsewhere) == "");
    elsewhere = call({phone});
    elsewhere.channel = "sms";
    BOOST_TEST(recalled(elsewhere) == "");
}

BOOST_AUTO_TEST_CASE(do_not_choose_between_contacts) {
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, memory.latest_event());
    memory.learn(call({mail}), {bob, contact_type::curated, mail}, memory.latest_event());
    BOOST_TEST(recalled(call({phone, mail})) == "");
}

BOOST_AUTO_TEST_CASE(take_an_external_id_they_do_not_know_for_another_person) {
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, memory.latest_event());
    BOOST_TEST(recalled(call({phone, crm_id})) == "");
    auto sourceless = call({phone});
    sourceless.sourceless_ids.push_back({1, "C-1"});
    BOOST_TEST(recalled(sourceless) == "");
    memory.learn(call({crm_id}), {ada, contact_type::curated, crm_id}, memory.latest_event());
    BOOST_TEST(recalled(call({phone, crm_id})) == ada.text());
}

BOOST_AUTO_TEST_CASE(forget_a_contact_that_changed_until_they_learn_again) {
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, memory.latest_event());
    memory.forget(bob);
    BOOST_TEST(recalled(call({phone})) == ada.text());
    memory.forget(ada);
    BOOST_TEST(recalled(call({phone})) == "");
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, memory.latest_event());
    BOOST_TEST(recalled(call({phone})) == ada.text());
    memory.clear();
    BOOST_TEST(recalled(call({phone})) == "");
}

BOOST_AUTO_TEST_CASE(do_not_learn_what_changed_while_it_was_looked_for) {
    const auto before = memory.latest_event();
    memory.forget(ada);
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, before);
    BOOST_TEST(recalled(call({phone})) == "");
}

BOOST_AUTO_TEST_CASE(forget_everything_in_five_minutes_and_nothing_in_two) {
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, memory.latest_event());
    now += std::chrono::minutes(2);
    BOOST_TEST(recalled(call({phone})) == ada.text());
    now += std::chrono::minutes(3);
    (void)recalled(call({mail}));
    now += std::chrono::minutes(3);
    BOOST_TEST(recalled(call({phone})) == "");
}

BOOST_AUTO_TEST_CASE(forget_changes_no_sooner_than_what_they_concern) {
    now += std::chrono::minutes(2);
    memory.learn(call({phone}), {ada, contact_type::curated, phone}, memory.latest_event());
    memory.forget(ada);
    now += std::chrono::minutes(1);
    BOOST_TEST(recalled(call({phone})) == "");
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

// A story told over one session for reading, which somebody else can hold.
struct interrupted_story : story {
    answer_memory memory;
    storage::database narrow{url, 1, testing::soon()};

    resolution resolves_soon(const domain::interaction& arrived, std::chrono::milliseconds patience) {
        return resolver(
                   narrow, policy, [] { return noon; }, &memory)
            .resolve(arrived, std::chrono::steady_clock::now() + patience);
    }
    // Does `work` while no session is free.
    template <class Work>
    void while_away(Work work) {
        std::promise<void> held;
        std::promise<void> done;
        auto holding = std::async(std::launch::async, [&] {
            narrow.read(testing::soon(), [&](storage::transaction&) {
                held.set_value();
                done.get_future().wait();
                return 0;
            });
        });
        held.get_future().wait();
        work();
        done.set_value();
        holding.get();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(resolvers_without_their_database, interrupted_story)

BOOST_AUTO_TEST_CASE(answer_from_memory_and_say_that_nothing_was_recorded) {
    const auto minute = std::chrono::minutes(1);
    const auto made_contact = resolves_soon(made("1", {phone}, testing::acme_scope(), "voice", noon), minute);
    // What takes part in the change of a contact is not remembered, as of a first match.
    (void)resolves_soon(made("1 again", {phone}, testing::acme_scope(), "voice", noon), minute);
    const auto known = resolves_soon(made("2", {phone}, testing::acme_scope(), "voice", noon), minute);
    BOOST_REQUIRE((known.made.result == domain::outcome::matched));
    BOOST_TEST(!known.provisional);
    while_away([&] {
        const auto answer =
            resolves_soon(made("3", {mail, phone}, testing::acme_scope(), "voice", noon), std::chrono::milliseconds(20));
        BOOST_TEST(answer.provisional);
        BOOST_TEST(contact_of(answer) == contact_of(made_contact));
        BOOST_TEST(answer.matched_position == 1);
        BOOST_TEST(says(answer, "Nothing was recorded"));
    });
    BOOST_TEST(link("3") == "");
}

BOOST_AUTO_TEST_CASE(fail_where_nothing_is_remembered) {
    while_away([&] {
        BOOST_CHECK_THROW(
            resolves_soon(made("1", {phone}, testing::acme_scope(), "voice", noon), std::chrono::milliseconds(20)),
            storage::failure);
    });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
