// SPDX-License-Identifier: BSL-1.0
#include "handlers/change_events.hpp"

#include "client.hpp"
#include "handlers/contact_merge.hpp"
#include "handlers/contacts.hpp"
#include "handlers/conversations.hpp"
#include "handlers/external_sources.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace extsrc::handlers {
namespace {

constexpr auto each = boost::test_tools::per_element();
const std::string contact_topic = "v2.externalcontacts.contacts.";

// Hears of what is committed and turns it into events, as the plugin does.
struct hearing : client {
    std::vector<storage::change> heard;

    hearing() {
        database.observe(
            [this](const std::vector<storage::change>& changes) { heard.insert(heard.end(), changes.begin(), changes.end()); });
    }
    // Events since the last call, by topic.
    std::map<std::string, json::object> events() {
        const auto made = database.read(testing::soon(), [&](storage::transaction& open) { return events_of(open, heard); });
        heard.clear();
        std::map<std::string, json::object> by_topic;
        for (const auto& event : made) {
            for (const auto& topic : event.topics)
                BOOST_TEST(by_topic.emplace(topic, json::parse(event.payload).as_object()).second, topic);
            BOOST_TEST((event.organization == organization));
        }
        return by_topic;
    }
    std::string create(const std::string& body) { return text(good(create_contact, {}, body), "/id"); }
};

texts topics(const std::map<std::string, json::object>& events) {
    texts names;
    for (const auto& [topic, payload] : events) names.push_back(topic);
    return names;
}

texts sorted(texts names) {
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(change_events, hearing)

BOOST_AUTO_TEST_CASE(tell_of_a_new_contact_in_the_form_of_the_contract) {
    const auto crm = text(good(create_external_source, {}, R"({"name":"CRM"})"), "/id");
    heard.clear();
    const auto id = create(R"({"firstName":"Ann","workPhone":{"display":"+13175550142"},"customFields":{"tier":1},
        "externalIds":[{"externalSource":{"id":")" +
                           crm + R"("},"value":"C-1"}]})");
    const auto told = events();
    BOOST_TEST(topics(told) == sorted({contact_topic + id, contact_topic + id + ".unresolved"}), each);
    const auto& contact = told.at(contact_topic + id);
    BOOST_TEST(text(contact, "/id") == id);
    BOOST_TEST(text(contact, "/division/id") == "*");
    BOOST_TEST(text(contact, "/type") == "Curated");
    BOOST_TEST(text(contact, "/workPhone/e164") == "+13175550142");
    BOOST_TEST(text(contact, "/externalIds/0/externalSource/id") == crm);
    BOOST_TEST(text(contact, "/externalIds/0/value") == "C-1");
    BOOST_TEST(contact.contains("createDate"));
    BOOST_TEST(!contact.contains("mergeSet"));
}

BOOST_AUTO_TEST_CASE(tell_subscribers_of_old_ids_of_the_contact_that_answers_for_them) {
    const auto a = create("{}");
    const auto b = create("{}");
    heard.clear();
    const auto head = text(good(merge_contacts, {}, R"({"contactIds":[")" + a + R"(",")" + b + "\"]}"), "/id");
    const auto told = events();
    texts expected;
    for (const auto& id : {a, b, head}) {
        expected.push_back(contact_topic + id);
        expected.push_back(contact_topic + id + ".unresolved");
    }
    BOOST_TEST(topics(told) == sorted(expected), each);
    BOOST_TEST(text(told.at(contact_topic + a), "/id") == head);
    BOOST_TEST(text(told.at(contact_topic + a), "/canonicalContactId") == head);
    BOOST_TEST(told.at(contact_topic + a).at("mergeSet").as_array().size() == 3U);
    BOOST_TEST(told.at(contact_topic + a).at("mergedFrom").as_array().size() == 2U);
    const auto& raw = told.at(contact_topic + a + ".unresolved");
    BOOST_TEST(text(raw, "/id") == a);
    BOOST_TEST(text(raw, "/mergedTo") == head);
}

BOOST_AUTO_TEST_CASE(tell_of_an_identifier_that_passed_on) {
    const auto first = create(R"({"workPhone":{"display":"+13175550142"}})");
    const auto second = create(R"({"workPhone":{"display":"+13175550142"}})");
    heard.clear();
    good(delete_contact, {{"contactId", first}});
    const auto told = events();
    BOOST_TEST(told.at(contact_topic + first).at("deleted").as_bool());
    BOOST_TEST(told.at(contact_topic + first + ".unresolved").at("deleted").as_bool());
    BOOST_TEST(told.contains(contact_topic + second));
}

BOOST_AUTO_TEST_CASE(tell_of_sources) {
    const auto id = text(good(create_external_source, {}, R"({"name":"CRM"})"), "/id");
    const auto topic = "v2.externalcontacts.externalsources." + id;
    auto told = events();
    BOOST_TEST(topics(told) == texts{topic}, each);
    BOOST_TEST(text(told.at(topic), "/name") == "CRM");
    good(replace_external_source, {{"externalSourceId", id}}, R"({"name":"CRM","active":false})");
    told = events();
    BOOST_TEST(!told.at(topic).at("active").as_bool());
    good(delete_external_source, {{"externalSourceId", id}});
    told = events();
    BOOST_TEST(told.at(topic).at("deleted").as_bool());
}

BOOST_AUTO_TEST_CASE(do_not_tell_of_what_was_refused) {
    good(create_external_source, {}, R"({"name":"CRM"})");
    heard.clear();
    bad(create_external_source, {}, R"({"name":"crm"})");
    bad(create_contact, {},
        R"({"externalIds":[{"externalSource":{"id":"3f0a1c5e-0000-4000-8000-00000000ffff"},"value":"x"}]})");
    BOOST_TEST(heard.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
