// SPDX-License-Identifier: BSL-1.0
#include "entry/identity_adapter.hpp"

#include "fake_host.hpp"
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/channel_resolution_repository.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

namespace extsrc::entry {
namespace {

const std::string organization = testing::acme().text();
const std::string value = "k-\u00E9\u20AC\U0001F600";  // characters of 1, 2, 3 and 4 bytes

struct adapter : testing::temp_database {
    fake_host host{"{}"};
    host_link link{host.table()};
    identity::resolver resolver{database, identity::channel_policy({"sms"}), [] { return domain::timestamp{1}; }};
    ccp_resolution_v1 answer{};

    ccp_interaction_v1 interaction{};
    ccp_identifier identifier{c_text(type), {}, c_text(value)};
    std::string type = "Cookie";
    std::string id = "i-1";
    std::string channel = "webmessaging";
    std::string integration = "site";

    std::int32_t resolve_it() {
        identifier = {c_text(type), {}, c_text(value)};
        interaction.header = CCP_HEADER_INIT(ccp_interaction_v1);
        interaction.interaction_id = c_text(id);
        interaction.organization_id = c_text(organization);
        interaction.channel = c_text(channel);
        interaction.integration_id = c_text(integration);
        interaction.occurred_at_us = 5;
        interaction.identifiers = &identifier;
        interaction.identifier_count = 1;
        answer.contact_id[0] = '?';
        return resolve(link, resolver, "US", interaction, answer);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(identity_adapters, adapter)

BOOST_AUTO_TEST_CASE(fill_in_what_was_created) {
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(answer.outcome == CCP_OUTCOME_CREATED);
    BOOST_TEST(answer.contact_type == CCP_CONTACT_EPHEMERAL);
    BOOST_TEST(domain::contact_id::parse(answer.contact_id).has_value());
    BOOST_TEST(answer.matched_identifier == -1);
    BOOST_TEST(answer.matched_value.length == 0U);
    BOOST_TEST(answer.reason.length > 0U);
}

BOOST_AUTO_TEST_CASE(fill_in_what_matched) {
    const auto ann = testing::add_contact(database, 1, {testing::other(domain::identifier_type::cookie, value)});
    std::array<char, 64> matched{};
    answer.matched_value = {matched.data(), matched.size(), 0};
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(answer.outcome == CCP_OUTCOME_MATCHED);
    BOOST_TEST(answer.contact_type == CCP_CONTACT_CURATED);
    BOOST_TEST(std::string(answer.contact_id) == ann.text());
    BOOST_TEST(answer.matched_identifier == 0);
    BOOST_TEST(std::string(matched.data(), answer.matched_value.length) == value);
}

BOOST_DATA_TEST_CASE_F(adapter, cut_texts_at_the_edge_of_a_character, boost::unit_test::data::xrange(13)) {
    testing::add_contact(database, 1, {testing::other(domain::identifier_type::cookie, value)});
    std::array<char, 16> matched{};
    matched.fill('#');
    const auto capacity = static_cast<std::size_t>(sample);
    answer.matched_value = {matched.data(), capacity, 0};
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(answer.matched_value.length == value.size());
    // Characters end after these many bytes.
    std::size_t whole = 0;
    for (const std::size_t edge : {1U, 2U, 4U, 7U, 11U})
        if (edge <= capacity) whole = edge;
    BOOST_TEST(std::string(matched.data(), whole) == value.substr(0, whole));
    BOOST_TEST(matched[whole] == '#');
}

BOOST_AUTO_TEST_CASE(reject_an_invalid_interaction_without_storing_anything) {
    id = "";
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(answer.outcome == CCP_OUTCOME_REJECTED);
    BOOST_TEST(answer.contact_type == CCP_CONTACT_NONE);
    BOOST_TEST(answer.contact_id[0] == '\0');
    BOOST_TEST(answer.matched_identifier == -1);
    BOOST_TEST(answer.reason.length > 0U);
    BOOST_TEST(number("SELECT COUNT(*) FROM decision") == 0);
}

BOOST_AUTO_TEST_CASE(a_reason_never_repeats_bytes_that_are_no_text) {
    std::array<char, 200> reason{};
    answer.reason = {reason.data(), reason.size(), 0};
    channel = "voice\xFF";
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(std::string(reason.data()).find('\xFF') == std::string::npos);
    channel = "voice";
    type = std::string(100000, 'x');
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(answer.reason.length < 500U);
}

BOOST_AUTO_TEST_CASE(go_by_the_configuration_of_the_integration) {
    const auto shop = testing::add_source(database, "Shop");
    const auto stored = database.write(testing::soon(), [&](storage::transaction& open) -> domain::result<void> {
        domain::channel_resolution rules;
        rules.source = shop;
        storage::channel_resolution_repository(open).put(testing::acme(), {"webmessaging", "site"}, rules, 1);
        return {};
    });
    BOOST_REQUIRE(stored.has_value());
    type = "ExternalId";
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(answer.outcome == CCP_OUTCOME_CREATED);
    BOOST_TEST(answer.contact_type == CCP_CONTACT_IDENTIFIED);
    BOOST_TEST(testing::owner_of(database, testing::external_id(shop, value)) == answer.contact_id);
    id = "i-2";
    integration = "another site";
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(answer.outcome == CCP_OUTCOME_UNRESOLVED);
}

BOOST_AUTO_TEST_CASE(say_when_the_channel_is_switched_off) {
    channel = "sms";
    BOOST_TEST(resolve_it() == CCP_OK);
    BOOST_TEST(answer.outcome == CCP_OUTCOME_DISABLED);
    BOOST_TEST(answer.contact_id[0] == '\0');
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::entry
