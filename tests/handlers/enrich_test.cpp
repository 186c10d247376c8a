// SPDX-License-Identifier: BSL-1.0
#include "handlers/enrich.hpp"

#include "client.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
const auto each = boost::test_tools::per_element();

// What a contact becomes under rules.
struct enrichment {
    std::string rules;
    std::string existing;
    std::string provided;
    std::string enriched;
};

std::ostream& operator<<(std::ostream& out, const enrichment& shown) {
    return out << shown.provided << " into " << shown.existing << " by " << shown.rules;
}

domain::result<json::object> run(const enrichment& what) {
    std::vector<domain::field_error> faults;
    const auto body = json::parse(R"({"fieldRules":)" + what.rules + "}").as_object();
    object_reader reader(body, "", faults);
    const auto rules = read_enrich_rules(reader);
    BOOST_TEST_REQUIRE(faults.empty());
    return enrich(json::parse(what.existing).as_object(), json::parse(what.provided).as_object(), rules);
}

void check(const enrichment& expected) {
    const auto enriched = run(expected);
    BOOST_TEST_REQUIRE(enriched.has_value());
    BOOST_TEST((*enriched == json::parse(expected.enriched).as_object()), json::serialize(*enriched));
}

const std::string defaults = "{}";
const std::string prefer_existing = R"({"defaultAction":"PreferExisting"})";
const std::string always = R"({"defaultAction":"AlwaysUseProvided"})";
const std::string replace = R"({"defaultArrayAction":"Replace"})";
const std::string extend = R"({"defaultArrayAction":"Extend"})";

const enrichment values[] = {
    {defaults, "{}", R"({"title":"x"})", R"({"title":"x"})"},
    {defaults, R"({"title":"y","lastName":"z"})", R"({"title":"x"})", R"({"title":"x","lastName":"z"})"},
    {defaults, R"({"title":"y"})", R"({"title":null})", R"({"title":"y"})"},
    {defaults, R"({"title":"y"})", "{}", R"({"title":"y"})"},
    {defaults, R"({"title":"y"})", R"({"title":""})", R"({"title":"y"})"},
    {defaults, R"({"workEmail":"a@b.example"})", R"({"workEmail":""})", R"({"workEmail":"a@b.example"})"},
    {defaults, R"({"customFields":{"a":1}})", R"({"customFields":{"a":""}})", R"({"customFields":{"a":""}})"},
    {defaults, R"({"workPhone":{"display":"+1"}})", R"({"workPhone":{"display":""}})", R"({"workPhone":{"display":"+1"}})"},
    {defaults, R"({"workPhone":{"display":"+1"}})", R"({"workPhone":{"extension":7}})", R"({"workPhone":{"display":"+1"}})"},
    {defaults, R"({"surveyOptOut":true})", R"({"surveyOptOut":false})", R"({"surveyOptOut":false})"},
    {prefer_existing, R"({"title":"y"})", R"({"title":"x"})", R"({"title":"y"})"},
    {prefer_existing, R"({"title":""})", R"({"title":"x"})", R"({"title":"x"})"},
    {prefer_existing, R"({"title":null})", R"({"title":"x"})", R"({"title":"x"})"},
    {prefer_existing, "{}", R"({"title":"x","lastName":null})", R"({"title":"x"})"},
    {prefer_existing, R"({"surveyOptOut":false})", R"({"surveyOptOut":true})", R"({"surveyOptOut":false})"},
    {always, R"({"title":"y"})", R"({"title":"x"})", R"({"title":"x"})"},
    {always, R"({"title":"y"})", R"({"title":null})", "{}"},
    {always, R"({"title":"y","workPhone":{"display":"1"},"externalIds":[1]})", "{}", R"({"externalIds":[1]})"},
    {R"({"rules":[{"field":"$.title","action":"AlwaysUseProvided"}]})", R"({"title":"y","lastName":"z"})", "{}",
     R"({"lastName":"z"})"},
    {R"({"rules":[{"field":"$.customFields.a","action":"AlwaysUseProvided"}]})", R"({"customFields":{"a":1,"b":2}})", "{}",
     R"({"customFields":{"b":2}})"},
    {defaults, R"({"customFields":{"a":[1]}})", R"({"customFields":{"a":"x"}})", R"({"customFields":{"a":"x"}})"},
    {prefer_existing, R"({"customFields":{"a":[1]}})", R"({"customFields":{"a":"x"}})", R"({"customFields":{"a":[1]}})"},
    {defaults, R"({"customFields":{"a":"x"}})", R"({"customFields":{"a":{"b":null}}})", R"({"customFields":{"a":{"b":null}}})"},
};

const enrichment objects[] = {
    {defaults, R"({"address":{"city":"a","state":"b"}})", R"({"address":{"city":"c"}})",
     R"({"address":{"city":"c","state":"b"}})"},
    {prefer_existing, R"({"address":{"city":"a"}})", R"({"address":{"city":"c","state":"b"}})",
     R"({"address":{"city":"a","state":"b"}})"},
    {always, R"({"address":{"city":"a","state":"b"}})", R"({"address":{"city":null}})", R"({"address":{}})"},
    {always, R"({"address":{"city":"a","state":"b"}})", R"({"lastName":"z"})", R"({"lastName":"z"})"},
    {defaults, R"({"twitterId":{"id":"1","screenName":"a"}})", R"({"twitterId":{"screenName":"b"}})",
     R"({"twitterId":{"screenName":"b"}})"},
    {always, R"({"address":{"city":"a"}})", R"({"address":null})", "{}"},
    {defaults, R"({"address":{"city":"a"}})", R"({"address":{}})", R"({"address":{"city":"a"}})"},
    {defaults, R"({"address":null})", R"({"address":{"city":"a","state":null}})", R"({"address":{"city":"a"}})"},
    {defaults, "{}", R"({"address":{"city":null}})", "{}"},
    {defaults, "{}", R"({"customFields":{"a":{}}})", R"({"customFields":{"a":{}}})"},
    {defaults, R"({"customFields":{"a":1,"b":{"c":1}}})", R"({"customFields":{"d":2,"b":{"e":3}}})",
     R"({"customFields":{"a":1,"b":{"c":1,"e":3},"d":2}})"},
};

const enrichment phones[] = {
    {defaults, R"({"workPhone":{"display":"1","extension":7,"e164":"+1"}})", R"({"workPhone":{"display":"2"}})",
     R"({"workPhone":{"display":"2"}})"},
    {prefer_existing, R"({"workPhone":{"display":"1"}})", R"({"workPhone":{"display":"2","extension":7}})",
     R"({"workPhone":{"display":"1"}})"},
    {prefer_existing, R"({"homePhone":{}})", R"({"homePhone":{"display":"2"}})", R"({"homePhone":{"display":"2"}})"},
    {defaults, R"({"cellPhone":{"display":"1"}})", R"({"cellPhone":{"display":null}})", R"({"cellPhone":{"display":"1"}})"},
    {defaults, R"({"cellPhone":{"display":"1"}})", R"({"cellPhone":{}})", R"({"cellPhone":{"display":"1"}})"},
    {always, R"({"otherPhone":{"display":"1"}})", R"({"otherPhone":{"display":null}})", "{}"},
    {defaults, R"({"whatsAppId":{"phoneNumber":{"display":"1","e164":"+1"},"displayName":"a"}})",
     R"({"whatsAppId":{"phoneNumber":{"display":"2"}}})",
     R"({"whatsAppId":{"phoneNumber":{"display":"2"},"displayName":"a"}})"},
};

std::string list(const std::string& elements) {
    return R"({"customFields":{"a":[)" + elements + "]}}";
}

const enrichment lists[] = {
    {defaults, list("1,2"), list("3,2,3"), list("1,2,3")},
    {defaults, list("1,1"), list("1"), list("1,1")},
    {defaults, "{}", list("1,1"), list("1")},
    {defaults, list("1"), list(""), list("1")},
    {defaults, "{}", R"({"externalIds":[]})", "{}"},
    {defaults, R"({"externalIds":null})", R"({"externalIds":[1]})", R"({"externalIds":[1]})"},
    {extend, list("1,2"), list("3,2,3"), list("1,2,3")},
    {replace, list("1,2"), list("3"), list("3")},
    {replace, list("1,2"), list(""), list("")},
    {replace, list("1,2"), R"({"customFields":{"a":null}})", list("1,2")},
    {prefer_existing, list("1"), list("2"), list("1,2")},
    {always, list("1"), list("2"), list("1,2")},
    {always, list("1"), R"({"customFields":{"a":null}})", R"({"customFields":{}})"},
    {always, R"({"externalIds":[1]})", R"({"externalIds":null})", R"({"externalIds":[]})"},
    {replace, R"({"externalIds":[1]})", R"({"externalIds":[]})", R"({"externalIds":[]})"},
};

const std::string crm = "6d1f0a5e-0000-4000-8000-00000000000a";

std::string external_id(const std::string& value, const std::string& more = {}, const std::string& source = crm) {
    return R"({"externalSource":{"id":")" + source + "\"" + more + R"(},"value":")" + value + R"("})";
}
std::string external_ids(int first, int count) {
    std::string listed;
    for (int i = 0; i < count; ++i) listed += (i == 0 ? "" : ",") + external_id("C-" + std::to_string(first + i));
    return R"({"externalIds":[)" + listed + "]}";
}
std::string one_id(const std::string& id) {
    return R"({"externalIds":[)" + id + "]}";
}

const enrichment external_id_lists[] = {
    {defaults, external_ids(1, 2), external_ids(2, 2), external_ids(1, 3)},
    {defaults, one_id(external_id("a", R"(,"selfUri":"/x")")), one_id(external_id(" a ", R"(,"name":"CRM")")),
     one_id(external_id("a", R"(,"selfUri":"/x")"))},
    {defaults, one_id(external_id("a")), one_id(external_id("a", "", "6D1F0A5E-0000-4000-8000-00000000000A")),
     one_id(external_id("a"))},
    {defaults, one_id(external_id("a")), one_id(external_id("A")), one_id(external_id("a") + "," + external_id("A"))},
    {defaults, external_ids(1, 9), external_ids(9, 5), external_ids(1, 10)},
    {defaults, external_ids(1, 10), external_ids(5, 10), external_ids(1, 10)},
    {defaults, external_ids(1, 11), external_ids(20, 1), external_ids(1, 11)},
    {defaults, "{}", external_ids(1, 12), external_ids(1, 10)},
    {extend, external_ids(1, 9), external_ids(5, 6), external_ids(1, 10)},
    {extend, external_ids(1, 11), external_ids(3, 2), external_ids(1, 11)},
    {replace, external_ids(1, 10), external_ids(20, 12), external_ids(20, 12)},
};

struct capped {
    std::string field;
    std::string holds;     // a contact whose list is full
    std::string provided;  // one element more
    std::string limit_key;
    int cap;
};

std::ostream& operator<<(std::ostream& out, const capped& shown) {
    return out << shown.field;
}

std::string opaque_ids(int first, int count) {
    std::string listed;
    for (int i = 0; i < count; ++i) listed += (i == 0 ? "" : ",") + (R"({"value":"v)" + std::to_string(first + i) + "\"}");
    return R"({"appleOpaqueIds":[)" + listed + "]}";
}

const capped caps[] = {
    {"externalIds", external_ids(1, 10), external_ids(20, 1), "external.ids.per.contact", 10},
    {"appleOpaqueIds", opaque_ids(1, 10), opaque_ids(20, 1), "apple.opaque.ids.per.contact", 10},
    {"lineId.ids", R"({"lineId":{"ids":[{"userId":"a"}]}})", R"({"lineId":{"ids":[{"userId":"b"}]}})", "line.ids.per.contact",
     1},
    {"facebookId.ids", R"({"facebookId":{"ids":[{"scopedId":"a"}]}})", R"({"facebookId":{"ids":[{"scopedId":"b"}]}})",
     "facebook.ids.per.contact", 1},
    {"instagramId.ids", R"({"instagramId":{"ids":[{"scopedId":"a"}]}})", R"({"instagramId":{"ids":[{"scopedId":"b"}]}})",
     "instagram.ids.per.contact", 1},
};

const std::string by_field = R"({"defaultAction":"PreferExisting","defaultArrayAction":"Replace","rules":[
    {"field":"$.customFields","action":"AlwaysUseProvided","arrayAction":"Fill"},
    {"field":"$.customFields.kept","action":"PreferExisting"},
    {"field":"$.customFields.deep.inner","arrayAction":"Extend"}]})";

const enrichment nearest_rules[] = {
    {by_field, R"({"title":"y"})", R"({"title":"x"})", R"({"title":"y"})"},
    {by_field, R"({"customFields":{"a":1,"b":2,"kept":3}})", R"({"customFields":{"a":null,"b":4,"kept":5}})",
     R"({"customFields":{"b":4,"kept":3}})"},
    {by_field, R"({"customFields":{"deep":{"inner":{"a":1,"l":[1]},"l":[1]}}})",
     R"({"customFields":{"deep":{"inner":{"a":null,"l":[2]},"l":[2]}}})",
     R"({"customFields":{"deep":{"inner":{"l":[1,2]},"l":[1,2]}}})"},
    {by_field, R"({"customFields":{"kept":{"a":1,"l":[1]}}})", R"({"customFields":{"kept":{"a":2,"b":3,"l":[2]}}})",
     R"({"customFields":{"kept":{"a":1,"b":3,"l":[1,2]}}})"},
    {by_field, R"({"lineId":{"ids":[1]}})", R"({"lineId":{"ids":[2]}})", R"({"lineId":{"ids":[2]}})"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(enriching)

BOOST_DATA_TEST_CASE(takes_values_by_the_value_action, data::make(values)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(takes_objects_member_by_member, data::make(objects)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(takes_phone_numbers_whole, data::make(phones)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(takes_lists_by_the_list_action, data::make(lists)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(tells_external_ids_by_source_and_value, data::make(external_id_lists)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(goes_by_the_nearest_rule, data::make(nearest_rules)) {
    check(sample);
}

BOOST_DATA_TEST_CASE(fills_a_list_up_to_its_cap, data::make(caps)) {
    check({defaults, sample.holds, sample.provided, sample.holds});
    check({defaults, "{}", sample.holds, sample.holds});
}

BOOST_DATA_TEST_CASE(does_not_extend_a_list_over_its_cap, data::make(caps)) {
    const auto enriched = run({extend, sample.holds, sample.provided, {}});
    BOOST_REQUIRE(!enriched);
    BOOST_TEST(enriched.error().code == domain::errc::limit_exceeded);
    BOOST_TEST(faults_of(enriched.error()) == (texts{sample.field + " limit.exceeded"}), each);
    BOOST_TEST_REQUIRE(enriched.error().reached.has_value());
    BOOST_TEST(enriched.error().reached->key == sample.limit_key);
    BOOST_TEST(enriched.error().reached->name_space == "external.contacts");
    BOOST_TEST(enriched.error().reached->value == sample.cap);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
