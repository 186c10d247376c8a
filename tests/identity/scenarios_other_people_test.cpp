// SPDX-License-Identifier: BSL-1.0
// What an administrator is told of owners that a merging web deployment keeps apart.
#include "merging_story.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::identity {
namespace {

using domain::outcome;
using testing::add_source;
using testing::external_id;

struct other_people_story : merging_story {
    const domain::source_id crm = add_source(database, "CRM");

    domain::identifier crm_id(const std::string& value) const { return external_id(crm, value); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(automerge_of_other_people, other_people_story)

BOOST_AUTO_TEST_CASE(leaves_out_who_has_another_id_of_the_source) {
    const auto ann = identified({shop_id("ann")});
    const auto bob = identified({biscuit, shop_id("bob")});
    const auto resolved = signs_in("ann", {biscuit});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(says(resolved, "other people"));
    BOOST_TEST(canonical(bob) == bob.text());
}

BOOST_AUTO_TEST_CASE(leaves_out_who_has_another_id_of_a_source_that_is_not_the_configured_one) {
    const auto ann = identified({shop_id("ann"), crm_id("1")});
    const auto bob = identified({mail, crm_id("2")});
    const auto resolved = signs_in("ann", {mail});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(says(resolved, "other people"));
    BOOST_TEST(canonical(bob) == bob.text());
}

BOOST_AUTO_TEST_CASE(leaves_out_who_has_another_id_where_no_source_is_configured) {
    without_a_source();
    const auto ann = identified({mail, crm_id("1")});
    const auto bob = identified({home, crm_id("2")});
    const auto resolved = visits({mail, home});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(says(resolved, "other people"));
    BOOST_TEST(canonical(bob) == bob.text());
}

BOOST_AUTO_TEST_CASE(joins_who_has_ids_of_different_sources) {
    const auto ann = identified({shop_id("ann")});
    const auto also_ann = identified({mail, crm_id("1")});
    const auto merged = signs_in("ann", {mail});
    BOOST_TEST(merged.made.result == outcome::merged);
    for (const auto& id : {ann, also_ann}) BOOST_TEST(canonical(id) == contact_of(merged));
}

BOOST_AUTO_TEST_CASE(counts_the_ids_of_who_joined_before) {
    const auto ann = identified({shop_id("ann")});
    const auto also_ann = identified({mail, crm_id("1")});
    const auto bob = identified({home, crm_id("2")});
    const auto merged = signs_in("ann", {mail, home});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST(canonical(ann) == contact_of(merged));
    BOOST_TEST(canonical(also_ann) == contact_of(merged));
    BOOST_TEST(canonical(bob) == bob.text());
}

BOOST_AUTO_TEST_CASE(counts_an_id_presented_that_nobody_owns_yet) {
    const auto ann = identified({shop_id("ann")});
    const auto bob = identified({mail, crm_id("2")});
    const auto resolved = visits({shop_id("ann"), crm_id("1"), mail});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(canonical(bob) == bob.text());
    BOOST_TEST(owner_of(crm_id("1")) == ann.text());
}

BOOST_AUTO_TEST_CASE(does_not_count_an_id_presented_as_the_anchors_when_another_owns_it) {
    const auto ann = identified({crm_id("1"), shop_id("ann")});
    const auto bob = identified({crm_id("2")});
    const auto resolved = visits({shop_id("ann"), crm_id("2"), mail});
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(canonical(bob) == bob.text());
}

BOOST_AUTO_TEST_CASE(does_not_count_the_ids_of_a_curated_contact_that_is_left_out) {
    const auto ann = curated({shop_id("ann")});
    const auto bob = curated({mail, crm_id("2")});
    const auto also_ann = identified({home, crm_id("1")});
    const auto merged = signs_in("ann", {mail, home});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST(says(merged, "Curated"));
    BOOST_TEST(!says(merged, "other people"));
    for (const auto& id : {ann, also_ann}) BOOST_TEST(canonical(id) == contact_of(merged));
    BOOST_TEST(canonical(bob) == bob.text());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
