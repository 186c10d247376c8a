// SPDX-License-Identifier: BSL-1.0
#include "handlers/apply_changes.hpp"

#include "client.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
const auto each = boost::test_tools::per_element();

// One change, and what a contact is before and after it.
struct effect {
    std::string change;  // field, action and value, apart by spaces
    std::string before;
    std::string after;
};

std::ostream& operator<<(std::ostream& out, const effect& shown) {
    return out << shown.change << " on " << shown.before;
}

std::vector<field_change> one(const std::string& change) {
    const auto field_end = change.find(' ');
    const auto action_end = std::min(change.find(' ', field_end + 1), change.size());
    const auto value = action_end < change.size() ? change.substr(action_end + 1) : "null";
    const auto body = R"({"changes":[{"field":")" + change.substr(0, field_end) + R"(","action":")" +
                      change.substr(field_end + 1, action_end - field_end - 1) + R"(","value":)" + value + "}]}";
    return read_changes(json::parse(body).as_object()).value();
}

void check(const effect& expected) {
    auto contact = json::parse(expected.before).as_object();
    const auto applied = apply_changes(one(expected.change), contact);
    BOOST_TEST_REQUIRE(applied.has_value());
    BOOST_TEST((contact == json::parse(expected.after).as_object()), json::serialize(contact));
}

const effect updates[] = {
    {R"($.title Update "x")", "{}", R"({"title":"x"})"},
    {R"($.title Update "x")", R"({"title":"y","lastName":"z"})", R"({"title":"x","lastName":"z"})"},
    {R"($.title Update "")", R"({"title":"y"})", R"({"title":""})"},
    {R"($.title Update null)", R"({"title":"y"})", "{}"},
    {R"($.address.city Update "x")", "{}", R"({"address":{"city":"x"}})"},
    {R"($.address.city Update "x")", R"({"address":null})", R"({"address":{"city":"x"}})"},
    {R"($.address.city Update "x")", R"({"address":{"state":"s"}})", R"({"address":{"state":"s","city":"x"}})"},
    {R"($.address.city Update null)", "{}", "{}"},
    {R"($.customFields.a.b.c Update [1])", R"({"customFields":{"d":1}})", R"({"customFields":{"d":1,"a":{"b":{"c":[1]}}}})"},
    {R"($.address Update {"city":"x"})", R"({"address":{"state":"s"}})", R"({"address":{"city":"x"}})"},
};

const effect updates_if_empty[] = {
    {R"($.title UpdateIfEmpty "x")", "{}", R"({"title":"x"})"},
    {R"($.title UpdateIfEmpty "x")", R"({"title":null})", R"({"title":"x"})"},
    {R"($.title UpdateIfEmpty "x")", R"({"title":""})", R"({"title":"x"})"},
    {R"($.title UpdateIfEmpty "x")", R"({"title":[]})", R"({"title":"x"})"},
    {R"($.title UpdateIfEmpty "x")", R"({"title":{}})", R"({"title":"x"})"},
    {R"($.title UpdateIfEmpty "x")", R"({"title":"y"})", R"({"title":"y"})"},
    {R"($.surveyOptOut UpdateIfEmpty true)", R"({"surveyOptOut":false})", R"({"surveyOptOut":false})"},
    {R"($.customFields.n UpdateIfEmpty 1)", R"({"customFields":{"n":0}})", R"({"customFields":{"n":0}})"},
    {R"($.address.city UpdateIfEmpty "x")", "{}", R"({"address":{"city":"x"}})"},
    {R"($.title UpdateIfEmpty null)", R"({"title":""})", "{}"},
};

const effect updates_if_exists[] = {
    {R"($.title UpdateIfExists "x")", R"({"title":"y"})", R"({"title":"x"})"},
    {R"($.title UpdateIfExists "x")", R"({"title":""})", R"({"title":""})"},
    {R"($.externalIds UpdateIfExists [])", R"({"externalIds":[]})", R"({"externalIds":[]})"},
    {R"($.title UpdateIfExists "x")", "{}", "{}"},
    {R"($.title UpdateIfExists "x")", R"({"title":null})", R"({"title":null})"},
    {R"($.title UpdateIfExists null)", R"({"title":"y"})", "{}"},
    {R"($.address.city UpdateIfExists "x")", "{}", "{}"},
    {R"($.address.city UpdateIfExists "x")", R"({"address":null})", R"({"address":null})"},
};

const effect removals[] = {
    {"$.title Remove", R"({"title":"y","lastName":"z"})", R"({"lastName":"z"})"},
    {"$.title Remove", "{}", "{}"},
    {"$.address.city Remove", "{}", "{}"},
    {"$.address.city Remove", R"({"address":{"city":"x"}})", R"({"address":{}})"},
    {"$.externalIds Remove", R"({"externalIds":[{"value":"1"}]})", R"({"externalIds":[]})"},
    {"$.externalIds Remove", "{}", "{}"},
    {"$.externalIds Update null", R"({"externalIds":[{"value":"1"}]})", R"({"externalIds":[]})"},
};

const std::string crm = "6d1f0a5e-0000-4000-8000-00000000000a";
const std::string erp = "6d1f0a5e-0000-4000-8000-00000000000b";
const std::string crm_in_capitals = "6D1F0A5E-0000-4000-8000-00000000000A";

std::string external_id(const std::string& source, const std::string& value, const std::string& more = {}) {
    return R"({"externalSource":{"id":")" + source + "\"" + more + R"(},"value":")" + value + R"("})";
}
std::string with_ids(const std::string& ids) {
    return R"({"externalIds":[)" + ids + "]}";
}
const std::string shown = external_id(crm, "C-1", R"(,"name":"CRM","selfUri":"/x")");

const effect additions[] = {
    {"$.customFields.a AppendToCollection 3", R"({"customFields":{"a":[1,2]}})", R"({"customFields":{"a":[1,2,3]}})"},
    {"$.customFields.a AppendToCollection [4,3]", R"({"customFields":{"a":[1]}})", R"({"customFields":{"a":[1,4,3]}})"},
    {"$.customFields.a AppendToCollection [2,3,3,1]", R"({"customFields":{"a":[1,1]}})", R"({"customFields":{"a":[1,1,2,3]}})"},
    {R"($.customFields.a AppendToCollection {"b":1})", R"({"customFields":{"a":[{"b":1,"c":2}]}})",
     R"({"customFields":{"a":[{"b":1,"c":2},{"b":1}]}})"},
    {R"($.customFields.a AppendToCollection {"b":1,"c":2})", R"({"customFields":{"a":[{"c":2,"b":1}]}})",
     R"({"customFields":{"a":[{"c":2,"b":1}]}})"},
    {"$.customFields.a AppendToCollection [[1]]", "{}", R"({"customFields":{"a":[[1]]}})"},
    {"$.customFields.a AppendToCollection 1", R"({"customFields":{"a":null}})", R"({"customFields":{"a":[1]}})"},
    {"$.externalIds AppendToCollection " + external_id(crm, "C-2"), with_ids(shown),
     with_ids(shown + "," + external_id(crm, "C-2"))},
    {"$.externalIds AppendToCollection " + external_id(erp, "C-1"), with_ids(shown),
     with_ids(shown + "," + external_id(erp, "C-1"))},
    {"$.externalIds AppendToCollection " + external_id(crm_in_capitals, " C-1 "), with_ids(shown), with_ids(shown)},
};

const effect subtractions[] = {
    {"$.customFields.a RemoveFromCollection 1", R"({"customFields":{"a":[1,2,1]}})", R"({"customFields":{"a":[2]}})"},
    {"$.customFields.a RemoveFromCollection [1,3]", R"({"customFields":{"a":[1,2,3]}})", R"({"customFields":{"a":[2]}})"},
    {"$.customFields.a RemoveFromCollection 9", R"({"customFields":{"a":[1]}})", R"({"customFields":{"a":[1]}})"},
    {"$.customFields.a RemoveFromCollection 9", "{}", "{}"},
    {"$.customFields.a RemoveFromCollection {}", R"({"customFields":{"a":[{"b":1},{}]}})",
     R"({"customFields":{"a":[{"b":1}]}})"},
    {R"($.customFields.a RemoveFromCollection {"b":1})", R"({"customFields":{"a":[{"b":1,"c":2},{"b":2}]}})",
     R"({"customFields":{"a":[{"b":2}]}})"},
    {R"($.appleOpaqueIds RemoveFromCollection {"value":"x"})", R"({"appleOpaqueIds":[{"value":"x"}]})",
     R"({"appleOpaqueIds":[]})"},
    {"$.externalIds RemoveFromCollection " + external_id(crm, "C-1"), with_ids(shown + "," + external_id(erp, "C-1")),
     with_ids(external_id(erp, "C-1"))},
    {"$.externalIds RemoveFromCollection " + external_id(crm_in_capitals, "C-1"), with_ids(shown), with_ids("")},
    {"$.externalIds RemoveFromCollection " + external_id(crm, "C-1", R"(,"name":"Renamed")"), with_ids(shown), with_ids("")},
    {R"($.externalIds RemoveFromCollection {"externalSource":{"id":")" + crm + R"("}})",
     with_ids(shown + "," + external_id(crm, "C-2")), with_ids("")},
    {"$.externalIds RemoveFromCollection " + external_id(crm, "c-1"), with_ids(shown), with_ids(shown)},
};

const std::string misfits[] = {
    R"($.firstName.x Update "x")",
    "$.firstName.x Update null",
    "$.firstName.x Remove",
    R"($.firstName.x UpdateIfEmpty 1)",
    "$.firstName.x UpdateIfExists 1",
    "$.firstName.x AppendToCollection 1",
    "$.firstName.x.y Remove",
    "$.firstName.x RemoveFromCollection 1",
    "$.externalIds.value Remove",
    "$.firstName AppendToCollection 1",
    "$.firstName RemoveFromCollection 1",
    "$.address AppendToCollection 1",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(applied_changes)

BOOST_DATA_TEST_CASE(update_a_field, data::make(updates)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(update_an_empty_field, data::make(updates_if_empty)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(update_a_field_that_is_there, data::make(updates_if_exists)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(remove_a_field, data::make(removals)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(append_what_a_list_lacks, data::make(additions)) {
    check(sample);
}
BOOST_DATA_TEST_CASE(remove_elements_of_a_list, data::make(subtractions)) {
    check(sample);
}

BOOST_DATA_TEST_CASE(that_do_not_fit_the_contact_are_refused, data::make(misfits)) {
    const auto before = json::parse(R"({"firstName":"Ada","address":{"city":"x"},"externalIds":[{"value":"1"}]})").as_object();
    auto contact = before;
    const auto applied = apply_changes(one(sample), contact);
    BOOST_REQUIRE(!applied);
    BOOST_TEST(applied.error().code == domain::errc::invalid);
    BOOST_TEST(faults_of(applied.error()) == (texts{"changes[0].field type.mismatch"}), each);
    BOOST_TEST((contact == before));
}

BOOST_AUTO_TEST_CASE(are_made_all_or_none_and_every_misfit_is_named) {
    const auto body = json::parse(R"({"changes":[{"field":"$.title","action":"Update","value":"x"},
                                                 {"field":"$.firstName.a","action":"Remove"},
                                                 {"field":"$.address.city","action":"Remove"},
                                                 {"field":"$.lastName","action":"AppendToCollection","value":1}]})");
    const auto before = json::parse(R"({"firstName":"Ada","lastName":"L","address":{"city":"x"}})").as_object();
    auto contact = before;
    const auto applied = apply_changes(read_changes(body.as_object()).value(), contact);
    BOOST_TEST(faults_of(applied.error()) == (texts{"changes[1].field type.mismatch", "changes[3].field type.mismatch"}), each);
    BOOST_TEST((contact == before));
}

BOOST_AUTO_TEST_CASE(of_none_leave_the_contact_as_it_is) {
    json::object contact{{"title", nullptr}};
    BOOST_TEST(apply_changes({}, contact).has_value());
    BOOST_TEST(json::serialize(contact) == R"({"title":null})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
