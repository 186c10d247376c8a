// SPDX-License-Identifier: BSL-1.0
#include "domain/external_source.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::domain {
namespace {

std::string fault(std::string_view name) {
    const auto parsed = source_name::parse(name);
    BOOST_REQUIRE(!parsed);
    BOOST_TEST((parsed.error().code == errc::invalid));
    BOOST_TEST(parsed.error().fields.at(0).field == "name");
    return parsed.error().fields.at(0).code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(external_source_name)

BOOST_AUTO_TEST_CASE(is_trimmed_and_otherwise_kept_as_typed) {
    BOOST_TEST(source_name::parse(" \u00A0Sales  Force ").value().text() == "Sales  Force");
}

BOOST_AUTO_TEST_CASE(needs_something_visible) {
    BOOST_TEST(fault("") == "value.required");
    BOOST_TEST(fault(" \t\u3000") == "value.required");
}

BOOST_AUTO_TEST_CASE(may_have_200_code_points) {
    std::string longest;
    for (int i = 0; i < 200; ++i) longest += "\U0001F600";
    BOOST_TEST(source_name::parse(longest).has_value());
    BOOST_TEST(fault(longest + "a") == "value.too.long");
}

BOOST_AUTO_TEST_CASE(refuses_control_characters_and_bad_encoding) {
    BOOST_TEST(fault("a\nb") == "control.character");
    BOOST_TEST(fault("a\xC0\xAF") == "invalid.encoding");
}

BOOST_AUTO_TEST_CASE(is_compared_without_case_and_composition) {
    BOOST_TEST(source_name::parse("Café Straße").value().folded() == source_name::parse("CAFE\u0301 STRASSE").value().folded());
    BOOST_TEST(source_name::parse("Cafe").value().folded() != source_name::parse("Café").value().folded());
}

BOOST_AUTO_TEST_CASE(a_taken_name_is_a_conflict_of_the_field) {
    const auto taken = source_name_taken(source_name::trusted("CRM"));
    BOOST_TEST((taken.code == errc::conflict));
    BOOST_TEST(taken.fields.at(0).field == "name");
    BOOST_TEST(taken.fields.at(0).code == "value.not.unique");
}

BOOST_AUTO_TEST_CASE(the_eleventh_active_source_names_the_limit) {
    const auto full = too_many_active_sources();
    BOOST_TEST((full.code == errc::limit_exceeded));
    BOOST_REQUIRE(full.reached);
    BOOST_TEST(full.reached->key == "external.sources.active");
    BOOST_TEST(full.reached->name_space == "external.contacts");
    BOOST_TEST(full.reached->value == 10);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
