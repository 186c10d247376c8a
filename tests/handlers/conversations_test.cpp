// SPDX-License-Identifier: BSL-1.0
#include "handlers/conversations.hpp"

#include "client.hpp"
#include "handlers/contact_merge.hpp"
#include "handlers/contacts.hpp"
#include "handlers/sessions.hpp"
#include "identity/resolver.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

constexpr auto each = boost::test_tools::per_element();
const auto line = testing::phone("+13175550142");

struct conversations : client {
    static constexpr domain::timestamp noon = 1'700'000'000'000'000;

    identity::resolver resolver{database, {}, [this] { return now; }};

    std::string arrives(const std::string& id, domain::timestamp at = noon, const std::string& channel = "voice") {
        const auto resolved = resolver.resolve({id, organization, {}, channel, at, {{0, line}}}, testing::soon());
        return resolved.made.contact ? resolved.made.contact->text() : "";
    }
    static std::string body(const std::string& conversation, const std::string& contact) {
        return R"({"conversationId":")" + conversation + R"(","communicationId":"c","mediaType":"CALL","externalContactId":)" +
               (contact.empty() ? "null" : "\"" + contact + "\"") + "}";
    }
    answer associate(const std::string& conversation, const std::string& contact) {
        return call(associate_conversation, {{"conversationId", conversation}}, body(conversation, contact));
    }
    std::string create() { return text(good(create_contact, {}, "{}"), "/id"); }
    texts sessions(const std::string& contact, const pairs& query = {}) {
        return column(good(list_sessions, {{"contactId", contact}}, {}, query), "id");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(conversation_associations, conversations)

BOOST_AUTO_TEST_CASE(move_an_interaction_to_the_contact_an_agent_names) {
    const auto guessed = arrives("i-1");
    const auto named = create();
    const auto done = associate("i-1", named);
    BOOST_TEST_REQUIRE(done.has_value());
    BOOST_TEST(done->status == 202U);
    BOOST_TEST(done->body == "{}");
    BOOST_TEST(sessions(guessed) == texts(), each);
    BOOST_TEST(sessions(named) == texts{"i-1"}, each);
    BOOST_TEST(arrives("i-1") == named);
}

BOOST_AUTO_TEST_CASE(take_media_types_in_any_case) {
    const auto named = create();
    const auto answered =
        call(associate_conversation, {{"conversationId", "i-1"}},
             R"({"conversationId":"i-1","communicationId":"c","mediaType":"Call","externalContactId":")" + named + "\"}");
    BOOST_TEST(answered.has_value());
}

BOOST_AUTO_TEST_CASE(make_the_contact_curated) {
    const auto guessed = arrives("i-1");
    BOOST_TEST(associate("i-1", guessed).has_value());
    BOOST_TEST(text(good(get_contact, {{"contactId", guessed}}), "/type") == "Curated");
}

BOOST_AUTO_TEST_CASE(take_an_interaction_that_is_new_here) {
    const auto named = create();
    BOOST_TEST(associate("i-9", named).has_value());
    BOOST_TEST(sessions(named) == texts{"i-9"}, each);
}

BOOST_AUTO_TEST_CASE(go_to_the_canonical_contact_of_a_merged_one) {
    const auto a = create();
    const auto b = create();
    const auto head = text(good(merge_contacts, {}, R"({"contactIds":[")" + a + R"(",")" + b + "\"]}"), "/id");
    BOOST_TEST(associate("i-1", a).has_value());
    BOOST_TEST(arrives("i-1") == head);
}

BOOST_AUTO_TEST_CASE(without_a_contact_unlink_once) {
    const auto guessed = arrives("i-1");
    BOOST_TEST(associate("i-1", "").has_value());
    BOOST_TEST(sessions(guessed) == texts(), each);
    BOOST_TEST(associate("i-1", "").error().code == domain::errc::not_found);
}

BOOST_AUTO_TEST_CASE(refuse_unknown_contacts_and_faulty_bodies) {
    BOOST_TEST(associate("i-1", "3f0a1c5e-0000-4000-8000-00000000ffff").error().code == domain::errc::not_found);
    const auto failed = bad(associate_conversation, {{"conversationId", "i-1"}},
                            R"({"conversationId":"i-2","mediaType":"TELEX","externalContactId":"x"})");
    BOOST_TEST(faults_of(failed) == (texts{"conversationId value.invalid", "communicationId value.required",
                                           "mediaType value.invalid", "externalContactId value.invalid"}),
               each);
    BOOST_TEST(number("SELECT COUNT(*) FROM interaction_link") == 0);
}

BOOST_AUTO_TEST_CASE(are_recorded_with_who_decided) {
    const auto guessed = arrives("i-1");
    const auto asked = request{organization, {{"conversationId", "i-1"}}, {}, {}, testing::soon(), "agent-7"};
    auto with_body = asked;
    const auto text_of_body = body("i-1", guessed);
    with_body.body = text_of_body;
    BOOST_TEST(associate_conversation(with, with_body).has_value());
    BOOST_TEST(number("SELECT COUNT(*) FROM decision WHERE decided_by = 'agent-7' AND outcome = 'matched'") == 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(sessions_of_a_contact, conversations)

BOOST_AUTO_TEST_CASE(tell_when_how_and_why_an_interaction_came_to_it) {
    const auto contact = arrives("i/1");
    const auto listed = good(list_sessions, {{"contactId", contact}});
    const auto& session = listed.at("entities").at(0).as_object();
    BOOST_TEST(text(session, "/id") == "i/1");
    BOOST_TEST(text(session, "/type") == "conversation");
    BOOST_TEST(text(session, "/createdDate") == "2023-11-14T22:13:20.000Z");
    BOOST_TEST(text(session, "/externalContact/id") == contact);
    BOOST_TEST(text(session, "/conversation/selfUri") == "/api/v2/conversations/i%2F1");
    BOOST_TEST(text(session, "/conversationChannels/0/type") == "Voice");
    BOOST_TEST(text(session, "/attributes/identityResolution.outcome/value") == "created");
    BOOST_TEST(!text(session, "/attributes/identityResolution.reason/value").empty());
    BOOST_TEST(!session.at("authenticated").as_bool());
}

BOOST_AUTO_TEST_CASE(name_channels_as_the_contract_does) {
    const auto contact = arrives("i-1");
    for (const auto* channel : {"sms", "webmessaging-authenticated", "x"}) arrives(channel, noon, channel);
    const auto listed = good(list_sessions, {{"contactId", contact}});
    texts names;
    for (const auto& session : listed.at("entities").as_array()) {
        const auto& channel = session.at("conversationChannels").at(0).as_object();
        names.push_back(text(channel, "/type") + (channel.contains("messageType") ? " " + text(channel, "/messageType") : "") +
                        (session.at("authenticated").as_bool() ? " authenticated" : ""));
    }
    BOOST_TEST(names == (texts{"Message Twitter", "Message WebMessaging authenticated", "Message Sms", "Voice"}), each);
}

BOOST_AUTO_TEST_CASE(come_latest_first_page_by_page) {
    const auto contact = arrives("i-1", noon);
    for (const auto* id : {"i-2", "i-3", "i-4"}) arrives(id, noon + 1);
    arrives("i-5", noon - 1);
    texts seen;
    std::string token;
    for (int page = 0; page < 3; ++page) {
        const auto listed = good(list_sessions, {{"contactId", contact}}, {}, {{"pageSize", "2"}, {"after", token}});
        for (const auto& id : column(listed, "id")) seen.push_back(id);
        if (!listed.contains("nextUri")) break;
        token = text(listed, "/nextUri");
        token = token.substr(token.find("after=") + 6);
        token = token.substr(0, token.find('&'));
    }
    BOOST_TEST(seen == (texts{"i-4", "i-3", "i-2", "i-1", "i-5"}), each);
}

BOOST_AUTO_TEST_CASE(of_merged_contacts_count_unless_asked_otherwise) {
    const auto a = arrives("i-1");
    const auto b = create();
    BOOST_TEST(associate("i-2", b).has_value());
    const auto head = text(good(merge_contacts, {}, R"({"contactIds":[")" + a + R"(",")" + b + "\"]}"), "/id");
    BOOST_TEST(sessions(head).size() == 2U);
    BOOST_TEST(sessions(a).size() == 2U);
    BOOST_TEST(sessions(a, {{"includeMerged", "false"}}) == texts{"i-1"}, each);
    BOOST_TEST(sessions(head, {{"includeMerged", "false"}}) == texts(), each);
}

BOOST_AUTO_TEST_CASE(of_nobody_are_not_found_and_bad_parameters_refused) {
    BOOST_TEST(bad(list_sessions, {{"contactId", "x"}}).code == domain::errc::not_found);
    const auto contact = arrives("i-1");
    BOOST_TEST(bad(list_sessions, {{"contactId", contact}}, {}, {{"pageSize", "201"}}).fields.at(0).field == "pageSize");
    BOOST_TEST(bad(list_sessions, {{"contactId", contact}}, {}, {{"after", "x"}}).fields.at(0).field == "cursor");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
