// SPDX-License-Identifier: BSL-1.0
#include "channels/interaction_record.hpp"

#include "channels/latency_histogram.hpp"
#include "channels/line_reader.hpp"
#include "channels/timestamp.hpp"
#include "support/fixture_host.hpp"

#include <boost/json.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <sstream>

namespace {

namespace json = boost::json;

const char* const sound = R"({"interactionId":"i-1","organizationId":"3f0a1c5e-0000-4000-8000-000000000001","channel":"voice",
"occurredAt":"2026-11-23T10:00:00Z","divisionId":"*","integrationId":"main-line","identifiers":[{"type":"Phone","value":"+1 317"},
{"type":"ExternalId","externalSourceId":"3f0a1c5e-0000-4000-8000-00000000000A","value":"C-1"}]})";

struct fault {
    const char* pointer;
    const char* value;
    const char* expected;
};
std::ostream& operator<<(std::ostream& to, const fault& each) {
    return to << each.pointer << " = " << each.value;
}

const fault faults[] = {
    {"/interactionId", "7", "interactionId must be a string"},
    {"/interactionId", "\"\"", "interactionId must not be empty"},
    {"/organizationId", "\"3f0a1c5e\"", "organizationId must be a UUID"},
    {"/channel", "\"fax\"", "channel \"fax\" is not known"},
    {"/occurredAt", "\"2026-11-23\"", "occurredAt must be a time"},
    {"/occurredAt", "\"2026-02-30T10:00:00Z\"", "occurredAt must be a time"},
    {"/divisionId", "\"x\"", "divisionId must be a UUID or *"},
    {"/integrationId", "null", "integrationId must be a string"},
    {"/identifiers", "null", "identifiers must be an array"},
    {"/identifiers/0", "1", "identifiers[0] must be an object"},
    {"/identifiers/0/value", "1", "identifiers[0].value must be a string"},
    {"/identifiers/0/externalSourceId", "\"3f0a1c5e-0000-4000-8000-000000000001\"", "is allowed for ExternalId only"},
    {"/identifiers/1/externalSourceId", "\"x\"", "identifiers[1].externalSourceId must be a UUID"},
    {"/identifiers/1/typ", "\"x\"", "identifiers[1].typ is not known"},
    {"/surprise", "1", "surprise is not known"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(interaction_record)

BOOST_AUTO_TEST_CASE(a_sound_record_is_read) {
    const auto record = ccphost::parse_interaction(sound);
    BOOST_REQUIRE(record.has_value());
    BOOST_TEST(record->occurred_at_us == 1'795'428'000'000'000);
    BOOST_TEST(record->identifiers.size() == 2U);
    BOOST_TEST(record->identifiers[1].external_source_id.value() == "3f0a1c5e-0000-4000-8000-00000000000A");
}

BOOST_AUTO_TEST_CASE(an_external_id_may_leave_its_source_to_the_integration) {
    auto document = json::parse(sound);
    document.at("identifiers").as_array()[1].as_object().erase("externalSourceId");
    const auto record = ccphost::parse_interaction(json::serialize(document));
    BOOST_REQUIRE(record.has_value());
    BOOST_TEST(!record->identifiers[1].external_source_id.has_value());
}

BOOST_DATA_TEST_CASE(every_fault_is_told, faults) {
    auto document = json::parse(sound);
    ccphost::test::set_at(document, sample.pointer, json::parse(sample.value));
    const auto record = ccphost::parse_interaction(json::serialize(document));
    BOOST_REQUIRE(!record);
    BOOST_TEST(record.error().why.find(sample.expected) != std::string::npos, record.error().why);
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_refused) {
    for (const char* line : {"", "nonsense", "{", "[]", "{\"interactionId\":\"\xff\"}", "{} {}"}) {
        BOOST_TEST(!ccphost::parse_interaction(line).has_value(), line);
    }
    BOOST_TEST(!ccphost::parse_interaction(std::string(5000, '[')).has_value());
}

BOOST_AUTO_TEST_CASE(timestamps_are_utc_with_up_to_six_digits_of_fraction) {
    BOOST_TEST(ccphost::parse_timestamp("1970-01-01T00:00:00Z").value() == 0);
    BOOST_TEST(ccphost::parse_timestamp("1970-01-01T00:00:00.5Z").value() == 500'000);
    BOOST_TEST(ccphost::parse_timestamp("1970-01-01T00:00:00.000001Z").value() == 1);
    BOOST_TEST(ccphost::parse_timestamp("1969-12-31T23:59:59Z").value() == -1'000'000);
    for (const char* text : {"1970-01-01T00:00:00", "1970-01-01T00:00:00+00:00", "1970-01-01T24:00:00Z",
                             "1970-01-01T00:00:00.Z", "1970-01-01T00:00:00.0000001Z", "1970-13-01T00:00:00Z",
                             "-970-01-01T00:00:00Z", "1970-01-01 00:00:00Z", "+970-01-01T00:00:00Z", "1970-01-01T00:00:0xZ"}) {
        BOOST_TEST(!ccphost::parse_timestamp(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_CASE(lines_are_bounded_and_numbered) {
    std::istringstream input("ab\r\n\ntoolong\nlast");
    ccphost::line_reader reader(input, 4);
    ccphost::numbered_line line;
    BOOST_TEST((reader.next(line) && line.number == 1 && line.text == "ab"));
    BOOST_TEST((reader.next(line) && line.number == 2 && line.text.empty() && !line.too_long));
    BOOST_TEST((reader.next(line) && line.number == 3 && line.too_long));
    BOOST_TEST((reader.next(line) && line.number == 4 && line.text == "last"));
    BOOST_TEST(!reader.next(line));
}

BOOST_AUTO_TEST_CASE(percentiles_are_within_one_bucket) {
    ccphost::latency_histogram histogram;
    BOOST_TEST(histogram.percentile(0.5).count() == 0);
    for (int i = 1; i <= 1000; ++i) histogram.add(std::chrono::microseconds(i));
    BOOST_TEST(static_cast<double>(histogram.percentile(0.5).count()) == 500'000.0, boost::test_tools::tolerance(0.04));
    BOOST_TEST(static_cast<double>(histogram.percentile(0.99).count()) == 990'000.0, boost::test_tools::tolerance(0.04));
    histogram.add(std::chrono::nanoseconds::max());
    BOOST_TEST(histogram.percentile(1).count() == std::chrono::nanoseconds::max().count());
}

BOOST_AUTO_TEST_SUITE_END()
