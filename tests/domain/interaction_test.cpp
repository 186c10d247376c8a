// SPDX-License-Identifier: BSL-1.0
#include "domain/interaction.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <limits>
#include <ostream>
#include <string>

namespace extsrc::domain {
namespace {

namespace data = boost::unit_test::data;

constexpr std::string_view organization = "3f0a1c5e-0000-4000-8000-000000000001";
constexpr std::string_view source = "50000000-0000-4000-8000-000000000001";

raw_interaction call() {
    return {"i-1", organization, "*", "voice", 1'700'000'000'000'000, {{"Phone", "", "+1 317 555 0142"}}};
}

struct broken {
    const char* what;
    std::function<void(raw_interaction&)> damage;
    std::string message;  // part of the reason given
};
std::ostream& operator<<(std::ostream& out, const broken& sample) {
    return out << sample.what;
}

const std::string longest(255, 'i');
const std::string too_long(256, 'i');

const broken rejections[] = {
    {"no interaction id", [](auto& raw) { raw.id = ""; }, "interactionId"},
    {"over-long interaction id", [](auto& raw) { raw.id = too_long; }, "interactionId"},
    {"interaction id with NUL", [](auto& raw) { raw.id = std::string_view("a\0b", 3); }, "interactionId"},
    {"interaction id with a line break", [](auto& raw) { raw.id = "a\nb"; }, "interactionId"},
    {"interaction id not UTF-8", [](auto& raw) { raw.id = "\xFF"; }, "interactionId"},
    {"no organization", [](auto& raw) { raw.organization = ""; }, "organizationId"},
    {"organization no UUID", [](auto& raw) { raw.organization = "acme"; }, "organizationId"},
    {"division no UUID", [](auto& raw) { raw.division = "north"; }, "divisionId"},
    {"no channel", [](auto& raw) { raw.channel = ""; }, "channel"},
    {"unknown channel", [](auto& raw) { raw.channel = "pigeon"; }, "channel 'pigeon'"},
    {"channel in capitals", [](auto& raw) { raw.channel = "Voice"; }, "channel"},
    {"time before 1970", [](auto& raw) { raw.occurred_at = -1; }, "occurredAt"},
    {"time after year 9999", [](auto& raw) { raw.occurred_at = 253'402'300'800'000'000; }, "occurredAt"},
    {"largest time", [](auto& raw) { raw.occurred_at = std::numeric_limits<timestamp>::max(); }, "occurredAt"},
    {"33 identifiers", [](auto& raw) { raw.identifiers.resize(33, raw.identifiers[0]); }, "32 identifiers"},
    {"unknown type", [](auto& raw) { raw.identifiers[0].type = "Fax"; }, "type 'Fax'"},
    {"source no UUID",
     [](auto& raw) {
         raw.identifiers[0] = {"ExternalId", "crm", "C-1"};
     },
     "externalSourceId"},
    {"empty external ID without source",
     [](auto& raw) {
         raw.identifiers[0] = {"ExternalId", "", " "};
     },
     "ExternalId"},
    {"over-long external ID without source",
     [](auto& raw) {
         raw.identifiers[0] = {"ExternalId", "", too_long};
     },
     "ExternalId"},
    {"over-long integration", [](auto& raw) { raw.integration = too_long; }, "integrationId"},
    {"integration with a line break", [](auto& raw) { raw.integration = "a\nb"; }, "integrationId"},
    {"phone with a source", [](auto& raw) { raw.identifiers[0].source = source; }, "Phone"},
    {"empty value", [](auto& raw) { raw.identifiers[0].value = " "; }, "Phone"},
    {"value not UTF-8", [](auto& raw) { raw.identifiers[0].value = "\xC0\xAF"; }, "Phone"},
    {"no e-mail address",
     [](auto& raw) {
         raw.identifiers[0] = {"Email", "", "ann"};
     },
     "Email"},
    {"fault in the last of several",
     [](auto& raw) {
         raw.identifiers.push_back({"Cookie", "", ""});
     },
     "Cookie"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(interactions)

BOOST_AUTO_TEST_CASE(identifiers_come_out_in_normal_form) {
    auto raw = call();
    raw.identifiers.push_back({"ExternalId", source, " C-1 "});
    const auto made = make_interaction(raw, "US").value();
    BOOST_TEST(made.id == "i-1");
    BOOST_TEST(made.organization.text() == organization);
    BOOST_TEST(made.channel == "voice");
    BOOST_TEST(made.occurred_at == 1'700'000'000'000'000);
    BOOST_REQUIRE(made.identifiers.size() == 2U);
    BOOST_TEST(made.identifiers[0].value.value == "+13175550142");
    BOOST_TEST(made.identifiers[1].value.value == "C-1");
    BOOST_TEST(made.identifiers[1].value.source.value().text() == source);
}

BOOST_DATA_TEST_CASE(rejects_with_a_reason, data::make(rejections)) {
    auto raw = call();
    sample.damage(raw);
    const auto made = make_interaction(raw, "US");
    BOOST_REQUIRE(!made);
    BOOST_TEST((made.error().code == errc::invalid));
    BOOST_TEST(made.error().message.find(sample.message) != std::string::npos, made.error().message);
}

BOOST_AUTO_TEST_CASE(a_withheld_number_is_left_out_and_the_others_keep_their_positions) {
    auto raw = call();
    raw.identifiers = {{"Phone", "", "anonymous"}, {"Email", "", "ann@example.com"}};
    const auto made = make_interaction(raw, "US").value();
    BOOST_REQUIRE(made.identifiers.size() == 1U);
    BOOST_TEST(made.identifiers[0].position == 1U);
}

BOOST_AUTO_TEST_CASE(an_external_id_without_a_source_waits_for_its_integrations) {
    auto raw = call();
    raw.identifiers = {{"Phone", "", "anonymous"}, {"ExternalId", "", " C-1 "}, {"Email", "", "ann@example.com"}};
    const auto made = make_interaction(raw, "US").value();
    BOOST_TEST(made.identifiers.size() == 1U);
    BOOST_REQUIRE(made.sourceless_ids.size() == 1U);
    BOOST_TEST(made.sourceless_ids[0].position == 1U);
    BOOST_TEST(made.sourceless_ids[0].value == "C-1");
}

BOOST_AUTO_TEST_CASE(knows_what_it_came_in_on) {
    auto raw = call();
    BOOST_TEST(make_interaction(raw, "US").value().integration == "");
    raw.integration = longest;
    BOOST_TEST(make_interaction(raw, "US").value().integration == longest);
}

BOOST_AUTO_TEST_CASE(an_interaction_may_have_no_identifier) {
    auto raw = call();
    raw.identifiers.clear();
    BOOST_TEST(make_interaction(raw, "US").value().identifiers.empty());
}

BOOST_AUTO_TEST_CASE(an_absent_division_means_unassigned) {
    auto raw = call();
    raw.division = "";
    BOOST_TEST(make_interaction(raw, "US").value().division.text() == "*");
}

BOOST_AUTO_TEST_CASE(the_limits_themselves_are_accepted) {
    auto raw = call();
    raw.id = longest;
    raw.occurred_at = 0;
    raw.identifiers.resize(max_interaction_identifiers, raw.identifiers[0]);
    BOOST_TEST(make_interaction(raw, "US").has_value());
    raw.occurred_at = 253'402'300'799'999'999;
    BOOST_TEST(make_interaction(raw, "US").has_value());
}

BOOST_AUTO_TEST_CASE(the_phone_region_reads_national_numbers) {
    auto raw = call();
    raw.identifiers[0].value = "030 901820";
    BOOST_TEST(make_interaction(raw, "DE").value().identifiers[0].value.value == "+4930901820");
}

BOOST_DATA_TEST_CASE(knows_every_channel, data::make(channels)) {
    BOOST_TEST(is_channel(sample));
}

BOOST_AUTO_TEST_CASE(outcomes_have_their_names_in_results) {
    BOOST_TEST(to_string(outcome::matched) == "matched");
    BOOST_TEST(to_string(outcome::created) == "created");
    BOOST_TEST(to_string(outcome::merged) == "merged");
    BOOST_TEST(to_string(outcome::unresolved) == "unresolved");
    BOOST_TEST(to_string(outcome::disabled) == "disabled");
    BOOST_TEST(to_string(outcome::rejected) == "rejected");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
