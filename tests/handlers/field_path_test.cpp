// SPDX-License-Identifier: BSL-1.0
#include "handlers/field_path.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;

const std::string no_paths[] = {"",          "$",         "$.",      "$..",        "$..city",  "$.address..city", "$.address.",
                                "firstName", ".a",        "a.$.b",   "$firstName", "$.ids[0]", "$['firstName']",  "$.*",
                                "$.a.*",     "$.a[?@.b]", "$.a.b$",  "$.a]",       " $.a",     "$.a\nb",          "$.a.\x7f",
                                "@.a",       "$.a[*]",    "$.\u0085"};

field_path path(const std::string& text) {
    return field_path::parse(text).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(field_paths)

BOOST_AUTO_TEST_CASE(are_names_joined_by_dots) {
    BOOST_TEST(path("$.firstName").names() == (std::vector<std::string>{"firstName"}), boost::test_tools::per_element());
    BOOST_TEST(path("$.a.b.c").names() == (std::vector<std::string>{"a", "b", "c"}), boost::test_tools::per_element());
    BOOST_TEST(path("$.workPhone.display").text() == "workPhone.display");
}

BOOST_DATA_TEST_CASE(of_other_forms_are_refused, data::make(no_paths)) {
    BOOST_TEST(!field_path::parse(sample).has_value());
}

BOOST_AUTO_TEST_CASE(may_have_any_other_character_in_a_name) {
    BOOST_TEST(path("$.customFields.Größe in cm (?)").names().back() == "Größe in cm (?)");
    BOOST_TEST(path("$.customFields. ").names().back() == " ");
}

BOOST_AUTO_TEST_CASE(cover_themselves_and_what_is_inside) {
    BOOST_TEST(path("$.a").covers(path("$.a")));
    BOOST_TEST(path("$.a").covers(path("$.a.b.c")));
    BOOST_TEST(!path("$.a.b").covers(path("$.a")));
    BOOST_TEST(!path("$.a").covers(path("$.ab")));
    BOOST_TEST(!path("$.a.b").covers(path("$.a.c")));
}

BOOST_AUTO_TEST_CASE(are_left_as_they_were_entered) {
    field_path at;
    at.enter("a.b");
    at.enter("c");
    at.leave();
    BOOST_TEST(at.names() == (std::vector<std::string>{"a.b"}), boost::test_tools::per_element());
    BOOST_TEST((at != path("$.a.b")));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
