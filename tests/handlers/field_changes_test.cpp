// SPDX-License-Identifier: BSL-1.0
#include "handlers/field_changes.hpp"

#include "client.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <iterator>
#include <ostream>
#include <string>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
const auto each = boost::test_tools::per_element();

auto read(const std::string& changes) {
    return read_changes(json::parse(R"({"changes":)" + changes + "}").as_object());
}

std::string setting(const std::string& field, const std::string& value = R"("x")") {
    return R"({"field":")" + field + R"(","action":"Update","value":)" + value + "}";
}

std::string repeated(const std::string& text, std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += (i == 0 ? "" : ",") + text;
    return "[" + list + "]";
}

std::string many_changes(std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += (i == 0 ? "" : ",") + setting("$.customFields.f" + std::to_string(i));
    return "[" + list + "]";
}

// A value of so many objects in each other.
std::string nested(std::size_t depth) {
    std::string text = "1";
    for (std::size_t i = 0; i < depth; ++i) text = R"({"a":)" + text + "}";
    return text;
}

struct bad_change {
    std::string text;
    std::string fault;
};

std::ostream& operator<<(std::ostream& out, const bad_change& shown) {
    return out << shown.text;
}

const bad_change bad_changes[] = {
    {"1", "changes[0] type.mismatch"},
    {R"({"action":"Remove"})", "changes[0].field value.required"},
    {R"({"field":null,"action":"Remove"})", "changes[0].field value.required"},
    {R"({"field":1,"action":"Remove"})", "changes[0].field type.mismatch"},
    {setting("$"), "changes[0].field path.invalid"},
    {setting(""), "changes[0].field path.invalid"},
    {setting("$.externalIds[0]"), "changes[0].field path.invalid"},
    {setting("$.type"), "changes[0].field value.immutable"},
    {R"({"field":"$.title","value":1})", "changes[0].action value.required"},
    {R"({"field":"$.title","action":1})", "changes[0].action type.mismatch"},
    {R"({"field":"$.title","action":"update","value":1})", "changes[0].action value.invalid"},
    {R"({"field":"$.title","action":"Update"})", "changes[0].value value.required"},
    {R"({"field":"$.title","action":"UpdateIfEmpty"})", "changes[0].value value.required"},
    {R"({"field":"$.title","action":"UpdateIfExists"})", "changes[0].value value.required"},
    {R"({"field":"$.externalIds","action":"AppendToCollection","value":null})", "changes[0].value value.required"},
    {R"({"field":"$.externalIds","action":"RemoveFromCollection"})", "changes[0].value value.required"},
    {R"({"field":"$.title","action":"Remove","value":"x"})", "changes[0].value value.not.allowed"},
    {R"({"field":"$.title","action":"Remove","odd":1})", "changes[0].odd field.unknown"},
};

const std::string immutable_fields[] = {
    "id",         "type",     "identifiers", "createDate",     "modifyDate", "canonicalContact", "mergeSet",
    "mergedFrom", "mergedTo", "division",    "mergeOperation", "selfUri",    "division.id",      "externalDataSources"};

const std::string overlaps[][2] = {{"$.title", "$.title"},
                                   {"$.address", "$.address.city"},
                                   {"$.address.city", "$.address"},
                                   {"$.customFields.a.b.c", "$.customFields"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(field_changes)

BOOST_AUTO_TEST_CASE(are_read_in_order) {
    const auto changes = read(R"([{"field":"$.title","action":"Remove","value":null},
                                  {"field":"$.customFields.tier","action":"UpdateIfEmpty","value":{"a":[1]}}])");
    BOOST_TEST_REQUIRE(changes.has_value());
    BOOST_TEST(changes->size() == 2U);
    BOOST_TEST((changes->at(0).action == change_action::remove));
    BOOST_TEST(changes->at(0).where == "changes[0].field");
    BOOST_TEST((changes->at(1).action == change_action::update_if_empty));
    BOOST_TEST(changes->at(1).field.text() == "customFields.tier");
    BOOST_TEST(json::serialize(changes->at(1).value) == R"({"a":[1]})");
}

BOOST_AUTO_TEST_CASE(may_be_none_but_have_to_be_there) {
    BOOST_TEST(read("[]")->empty());
    BOOST_TEST(faults_of(read_changes({}).error()) == (texts{"changes value.required"}), each);
    BOOST_TEST(faults_of(read("null").error()) == (texts{"changes value.required"}), each);
    BOOST_TEST(faults_of(read("{}").error()) == (texts{"changes type.mismatch"}), each);
    BOOST_TEST(faults_of(read_changes({{"changes", json::array()}, {"odd", 1}}).error()) == (texts{"odd field.unknown"}), each);
}

BOOST_DATA_TEST_CASE(with_a_fault_are_refused_by_name, data::make(bad_changes)) {
    const auto changes = read("[" + sample.text + "]");
    BOOST_REQUIRE(!changes);
    BOOST_TEST(changes.error().code == domain::errc::invalid);
    BOOST_TEST(faults_of(changes.error()) == (texts{sample.fault}), each);
}

BOOST_AUTO_TEST_CASE(report_every_fault_at_once) {
    const auto changes = read("[" + setting("$.title") + "," + setting("title") + R"(,{"field":"$.id","action":"Burn"}])");
    BOOST_TEST(faults_of(changes.error()) == (texts{"changes[1].field path.invalid", "changes[2].field value.immutable",
                                                    "changes[2].action value.invalid"}),
               each);
}

BOOST_DATA_TEST_CASE(of_what_the_server_writes_are_refused, data::make(immutable_fields)) {
    BOOST_TEST(faults_of(read("[" + setting("$." + sample) + "]").error()) == (texts{"changes[0].field value.immutable"}),
               each);
}

BOOST_DATA_TEST_CASE(of_a_field_and_one_inside_it_conflict, data::xrange(std::size(overlaps))) {
    const auto& fields = overlaps[sample];
    const auto changes = read("[" + setting("$.lastName") + "," + setting(fields[0]) + "," + setting(fields[1]) + "]");
    BOOST_REQUIRE(!changes);
    BOOST_TEST(changes.error().code == domain::errc::conflict);
    BOOST_TEST(faults_of(changes.error()) == (texts{"changes[2].field path.overlaps"}), each);
}

BOOST_AUTO_TEST_CASE(of_neighbours_do_not_conflict) {
    BOOST_TEST(read("[" + setting("$.address.city") + "," + setting("$.address.state") + "," + setting("$.addresses") + "]")
                   .has_value());
}

BOOST_AUTO_TEST_CASE(are_at_most_100) {
    BOOST_TEST(read(many_changes(100)).has_value());
    BOOST_TEST(faults_of(read(many_changes(101)).error()) == (texts{"changes too.many"}), each);
}

BOOST_DATA_TEST_CASE(take_at_most_100_elements, data::make({"AppendToCollection", "RemoveFromCollection"})) {
    const auto of = [&](std::size_t count) {
        return read(R"([{"field":"$.customFields.a","action":")" + std::string(sample) + R"(","value":)" +
                    repeated("1", count) + "}]");
    };
    BOOST_TEST(of(100).has_value());
    BOOST_TEST(faults_of(of(101).error()) == (texts{"changes[0].value too.many"}), each);
}

BOOST_AUTO_TEST_CASE(nest_a_contact_no_deeper_than_a_body) {
    std::string names = "$.customFields";
    while (names.size() < std::string("$.customFields").size() + 28) names += ".a";
    BOOST_TEST(read("[" + setting(names, nested(17)) + "]").has_value());
    BOOST_TEST(faults_of(read("[" + setting(names, nested(18)) + "]").error()) == (texts{"changes[0].field value.too.deep"}),
               each);
    const auto append = [&](const std::string& value) {
        return read(R"([{"field":")" + names + R"(","action":"AppendToCollection","value":)" + value + "}]");
    };
    BOOST_TEST(append(nested(16)).has_value());
    BOOST_TEST(!append(nested(17)).has_value());
    BOOST_TEST(append("[" + nested(16) + "]").has_value());
    BOOST_TEST(!append("[" + nested(17) + "]").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
