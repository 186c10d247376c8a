// SPDX-License-Identifier: BSL-1.0
#include "domain/id.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <type_traits>

namespace extsrc::domain {
namespace {

namespace data = boost::unit_test::data;

static_assert(!std::is_same_v<contact_id, source_id>);
static_assert(!std::is_convertible_v<contact_id, source_id>);
static_assert(!std::is_constructible_v<organization_id, contact_id>);

const std::string canonical = "3f0a1c5e-abcd-4000-8000-00000000000f";

const std::string not_ids[] = {
    "",
    "3f0a1c5e",
    "3f0a1c5eabcd4000800000000000000f",
    "{3f0a1c5e-abcd-4000-8000-00000000000f}",
    "3f0a1c5e-abcd-4000-8000-00000000000g",
    "3f0a1c5e-abcd-4000-8000_00000000000f",
    "3f0a1c5e-abcd-4000-8000-00000000000f ",
    " f0a1c5e-abcd-4000-8000-00000000000f",
    "3f0a1c5e-abcd-4000-80000-0000000000f",
    "3f0a1c5e-abcd-4000-8000-000000000\xC3\xA9g",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ids)

BOOST_AUTO_TEST_CASE(reads_upper_case_into_the_canonical_form) {
    BOOST_TEST(canonical_uuid("3F0A1C5E-ABCD-4000-8000-00000000000F").value() == canonical);
    BOOST_TEST(contact_id::parse(canonical).value().text() == canonical);
}

BOOST_DATA_TEST_CASE(refuses_every_other_form_of_a_uuid, data::make(not_ids)) {
    BOOST_TEST(!canonical_uuid(sample).has_value());
    BOOST_TEST(!source_id::parse(sample).has_value());
    BOOST_TEST(!division_id::parse(sample).has_value());
}

BOOST_AUTO_TEST_CASE(random_ids_are_version_4_and_differ) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto id = contact_id::random().text();
        BOOST_TEST_REQUIRE(canonical_uuid(id).value() == id);
        BOOST_TEST_REQUIRE(id[14] == '4');
        BOOST_TEST_REQUIRE((id[19] == '8' || id[19] == '9' || id[19] == 'a' || id[19] == 'b'));
        seen.insert(id);
    }
    BOOST_TEST(seen.size() == 1000U);
}

BOOST_AUTO_TEST_CASE(a_division_is_unassigned_unless_it_is_named) {
    BOOST_TEST(division_id().text() == "*");
    BOOST_TEST(division_id::parse("*").value().text() == "*");
    BOOST_TEST(division_id::parse(canonical).value().text() == canonical);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
