// SPDX-License-Identifier: BSL-1.0
#include "handlers/enrich_rules.hpp"

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

struct reading {
    std::vector<domain::field_error> faults;

    enrich_rules rules(const std::string& field_rules) {
        const auto body = json::parse(R"({"fieldRules":)" + field_rules + "}").as_object();
        object_reader reader(body, "entities[3]", faults);
        auto read = read_enrich_rules(reader);
        reader.finish();
        return read;
    }
    texts found() const { return faults_of({domain::errc::invalid, {}, faults, {}, {}}); }
};

bool is(const enrich_policy& policy, value_action value, list_action list) {
    return policy.value == value && policy.list == list;
}

enrich_policy policy_of(const enrich_rules& rules, const std::string& field, enrich_policy around) {
    return rules.of(field_path::parse(field).value(), around);
}

struct bad_rules {
    std::string text;
    std::string fault;  // below fieldRules
};

std::ostream& operator<<(std::ostream& out, const bad_rules& shown) {
    return out << shown.text;
}

std::string rule(const std::string& text) {
    return R"({"rules":[)" + text + "]}";
}

const bad_rules faulty[] = {
    {"[]", " type.mismatch"},
    {R"({"odd":1})", ".odd field.unknown"},
    {R"({"defaultAction":"Replace"})", ".defaultAction value.invalid"},
    {R"({"defaultAction":1})", ".defaultAction type.mismatch"},
    {R"({"defaultArrayAction":"fill"})", ".defaultArrayAction value.invalid"},
    {R"({"rules":{}})", ".rules type.mismatch"},
    {rule("1"), ".rules[0] type.mismatch"},
    {rule(R"({"action":"PreferExisting"})"), ".rules[0].field value.required"},
    {rule(R"({"field":"a.b","action":"PreferExisting"})"), ".rules[0].field path.invalid"},
    {rule(R"({"field":"$.externalIds[0]","arrayAction":"Fill"})"), ".rules[0].field path.invalid"},
    {rule(R"({"field":"$.id","action":"PreferExisting"})"), ".rules[0].field value.immutable"},
    {rule(R"({"field":"$.workPhone.display","action":"PreferExisting"})"), ".rules[0].field value.invalid"},
    {rule(R"({"field":"$.whatsAppId.phoneNumber.display","action":"PreferExisting"})"), ".rules[0].field value.invalid"},
    {rule(R"({"field":"$.title"})"), ".rules[0].action value.required"},
    {rule(R"({"field":"$.title","action":"Always"})"), ".rules[0].action value.invalid"},
    {rule(R"({"field":"$.title","arrayAction":"Append"})"), ".rules[0].arrayAction value.invalid"},
    {rule(R"({"field":"$.title","action":"PreferExisting","odd":1})"), ".rules[0].odd field.unknown"},
    {rule(R"({"field":"$.title","arrayAction":"Fill"},{"field":"$.title","action":"PreferExisting"})"),
     ".rules[1].field value.not.unique"},
};

std::string many_rules(int count) {
    std::string list;
    for (int i = 0; i < count; ++i)
        list += (i == 0 ? "" : ",") + (R"({"field":"$.customFields.f)" + std::to_string(i) + R"(","arrayAction":"Fill"})");
    return rule(list);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rules_of_enriching, reading)

BOOST_DATA_TEST_CASE(prefer_the_request_and_fill_lists_by_default, data::make({"null", "{}", R"({"rules":[]})"})) {
    BOOST_TEST(is(rules(sample).defaults(), value_action::prefer_provided, list_action::fill));
    BOOST_TEST(found().empty());
}

BOOST_AUTO_TEST_CASE(have_defaults_of_the_request) {
    const auto read = rules(R"({"defaultAction":"AlwaysUseProvided","defaultArrayAction":"Extend"})");
    BOOST_TEST(is(read.defaults(), value_action::always_use_provided, list_action::extend));
    BOOST_TEST(found().empty());
}

BOOST_AUTO_TEST_CASE(apply_to_their_field_and_leave_the_other_action_to_what_is_around_it) {
    const auto read =
        rules(rule(R"({"field":"$.address","action":"PreferExisting"},{"field":"$.lineId.ids","arrayAction":"Replace"},
                                    {"field":"$.externalIds","action":"AlwaysUseProvided","arrayAction":"Extend"},
                                    {"field":"$.workPhone","action":"PreferExisting"})"));
    BOOST_TEST(found().empty());
    const enrich_policy around{value_action::always_use_provided, list_action::extend};
    BOOST_TEST(is(policy_of(read, "$.address", around), value_action::prefer_existing, list_action::extend));
    BOOST_TEST(is(policy_of(read, "$.lineId.ids", around), value_action::always_use_provided, list_action::replace));
    BOOST_TEST(is(policy_of(read, "$.externalIds", {}), value_action::always_use_provided, list_action::extend));
    BOOST_TEST(is(policy_of(read, "$.lineId", around), value_action::always_use_provided, list_action::extend));
}

BOOST_DATA_TEST_CASE(with_a_fault_are_refused_by_name, data::make(faulty)) {
    (void)rules(sample.text);
    BOOST_TEST(found() == (texts{"entities[3].fieldRules" + sample.fault}), each);
}

BOOST_AUTO_TEST_CASE(are_at_most_100) {
    (void)rules(many_rules(100));
    BOOST_TEST(found().empty());
    (void)rules(many_rules(101));
    BOOST_TEST(found() == (texts{"entities[3].fieldRules.rules too.many"}), each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
