// SPDX-License-Identifier: BSL-1.0
#include "handlers/json_reader.hpp"

#include "client.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
const auto each = boost::test_tools::per_element();

std::string nested(int levels) {
    std::string body = R"({"a":)";
    for (int i = 1; i < levels; ++i) body += '[';
    for (int i = 1; i < levels; ++i) body += ']';
    if (levels == 1) body += "1";
    return body + "}";
}

const std::string not_json[] = {"{", "nonsense", "{}{}", "{'a':1}", "{\"a\":1,}", "[1]", "\"text\"", "1", "null", "{\"a\":01}"};

struct reading {
    std::vector<domain::field_error> faults;
    json::object object;

    object_reader reader(const std::string& text, std::string path = {}) {
        object = json::parse(text).as_object();
        return {object, std::move(path), faults};
    }
    texts found() const { return faults_of({domain::errc::invalid, {}, faults, {}, {}}); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(bodies)

BOOST_DATA_TEST_CASE(other_than_one_json_object_are_refused, data::make(not_json)) {
    const auto parsed = parse_body(sample);
    BOOST_REQUIRE(!parsed);
    BOOST_TEST(parsed.error().code == domain::errc::invalid);
    BOOST_TEST(!parsed.error().message.empty());
}

BOOST_AUTO_TEST_CASE(are_required_and_utf8) {
    BOOST_TEST(!parse_body("").has_value());
    BOOST_TEST(!parse_body("{\"a\":\"\xC0\xAF\"}").has_value());
    BOOST_TEST(parse_body("{\"a\":\"\u00E9\"}").has_value());
}

BOOST_AUTO_TEST_CASE(may_be_32_levels_deep) {
    BOOST_TEST(parse_body(nested(32)).has_value());
    BOOST_TEST(parse_body(nested(33)).error().message.find("32") != std::string::npos);
    BOOST_TEST(parse_body(nested(33)).error().code == domain::errc::too_large);
    BOOST_TEST(parse_body(std::string(100000, '[')).error().code == domain::errc::too_large);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(object_readers, reading)

BOOST_AUTO_TEST_CASE(read_members_by_type) {
    auto body = reader(R"({"t":"x","b":false,"n":-3,"o":{},"a":[]})");
    BOOST_TEST(body.text("t").value() == "x");
    BOOST_TEST(body.truth("b").value() == false);
    BOOST_TEST(body.whole_number("n").value() == -3);
    BOOST_TEST(body.object("o") != nullptr);
    BOOST_TEST(body.array("a") != nullptr);
    body.finish();
    BOOST_TEST(found().empty());
}

BOOST_AUTO_TEST_CASE(take_null_and_absence_alike) {
    auto body = reader(R"({"t":null,"o":null})");
    BOOST_TEST(!body.text("t").has_value());
    BOOST_TEST(body.object("o") == nullptr);
    BOOST_TEST(!body.truth("gone").has_value());
    body.finish();
    BOOST_TEST(found().empty());
}

BOOST_AUTO_TEST_CASE(collect_every_fault_with_its_path) {
    auto body = reader(R"({"t":1,"b":"true","n":1.5,"o":[],"a":{},"odd":1})", "outer[2]");
    (void)body.text("t");
    (void)body.truth("b");
    (void)body.whole_number("n");
    (void)body.object("o");
    (void)body.array("a");
    body.finish();
    BOOST_TEST(found() == (texts{"outer[2].t type.mismatch", "outer[2].b type.mismatch", "outer[2].n type.mismatch",
                                 "outer[2].o type.mismatch", "outer[2].a type.mismatch", "outer[2].odd field.unknown"}),
               each);
    const auto failed = to_error(faults);
    BOOST_TEST(failed.fields.size() == 6U);
    BOOST_TEST(failed.message.find("5 more") != std::string::npos, failed.message);
}

BOOST_AUTO_TEST_CASE(refuse_what_is_not_served_unless_it_is_empty) {
    auto body = reader(R"({"a":null,"b":"","c":[],"d":{},"e":0,"f":["x"]})");
    body.refuse_unless_empty({"a", "b", "c", "d", "e", "f", "g"});
    body.finish();
    BOOST_TEST(found() == (texts{"e field.not.supported", "f field.not.supported"}), each);
}

BOOST_AUTO_TEST_CASE(ignore_what_the_server_writes_itself) {
    auto body = reader(R"({"id":17,"selfUri":"x"})");
    body.ignore({"id", "selfUri"});
    body.finish();
    BOOST_TEST(found().empty());
}

BOOST_AUTO_TEST_CASE(do_not_repeat_an_over_long_name) {
    auto body = reader("{\"" + std::string(5000, 'x') + "\":1}");
    body.finish();
    BOOST_TEST(faults.at(0).message.size() < 200U);
}

BOOST_AUTO_TEST_CASE(texts_of_an_array_are_read_and_others_in_it_faulted) {
    using entries = std::vector<std::string_view>;
    auto body = reader(R"({"a":["x","y"],"b":["x",1],"c":"x","d":null})", "in");
    BOOST_TEST(body.texts("a") == (entries{"x", "y"}), each);
    BOOST_TEST(body.texts("b") == (entries{"x"}), each);
    BOOST_TEST(body.texts("c").empty());
    BOOST_TEST(body.texts("d").empty());
    BOOST_TEST(found() == (texts{"in.b[1] type.mismatch", "in.c type.mismatch"}), each);
}

BOOST_AUTO_TEST_CASE(numbers_beyond_a_double_are_refused_wherever_they_are) {
    for (const auto* body : {R"({"a":1e400})", R"({"a":-1e309})", R"({"a":{"b":[1,1e999]}})"})
        BOOST_TEST(parse_body(body).error().code == domain::errc::invalid, body);
    BOOST_TEST(parse_body(R"({"a":1e300})").has_value());
}

BOOST_AUTO_TEST_CASE(no_more_than_100_faults_are_told_of_one_body) {
    json::object many;
    for (int i = 0; i < 500; ++i) many["unknown" + std::to_string(i)] = 1;
    object_reader reader(many, "", faults);
    reader.finish();
    BOOST_TEST(faults.size() == max_faults);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
