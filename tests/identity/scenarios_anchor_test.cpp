// SPDX-License-Identifier: BSL-1.0
// What an administrator is told of whom a merging web deployment takes a visitor for.
#include "merging_story.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <ostream>
#include <string>

namespace extsrc::identity {
namespace {

using domain::contact_type;
using domain::outcome;
using testing::add_source;
using testing::external_id;

// What became of a deployment's source.
enum class fate { active, disabled, deleted, not_configured };

constexpr std::array all_fates{fate::active, fate::disabled, fate::deleted, fate::not_configured};
constexpr std::array stays_configured{fate::active, fate::disabled, fate::deleted};
constexpr std::array invalid{fate::disabled, fate::deleted, fate::not_configured};

std::ostream& operator<<(std::ostream& out, fate value) {
    constexpr std::array names{"active", "disabled", "deleted", "not configured"};
    return out << names.at(static_cast<std::size_t>(value));
}

struct anchor_story : merging_story {
    void meet(fate what) {
        if (what == fate::disabled) testing::disable_source(database, shop);
        if (what == fate::deleted) testing::delete_source(database, shop);
        if (what == fate::not_configured) without_a_source();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(the_anchor, anchor_story)

BOOST_DATA_TEST_CASE_F(anchor_story, is_who_signed_in_whatever_became_of_the_source, stays_configured, became) {
    const auto bob = identified({shop_id("bob"), mail});
    const auto ann = identified({shop_id("ann")});
    meet(became);
    const auto resolved = signs_in("ann", {mail});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST((resolved.made.matched == shop_id("ann")));
    BOOST_TEST(canonical(bob) == bob.text());
    BOOST_TEST(owner_of(mail) == bob.text());
}

BOOST_DATA_TEST_CASE_F(anchor_story, is_the_owner_of_the_id_of_a_tracked_visit, all_fates, became) {
    const auto bob = identified({shop_id("bob"), mail});
    const auto ann = identified({shop_id("ann")});
    meet(became);
    const auto resolved = visits({mail, shop_id("ann")});
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(canonical(bob) == bob.text());
}

BOOST_DATA_TEST_CASE_F(anchor_story, is_the_owner_of_the_id_where_two_are_curated, all_fates, became) {
    const auto anna = curated({mail});
    const auto ann = curated({shop_id("ann")});
    meet(became);
    const auto resolved = visits({mail, shop_id("ann")});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(says(resolved, "Curated"));
    BOOST_TEST(canonical(anna) == anna.text());
}

BOOST_DATA_TEST_CASE_F(anchor_story, is_the_curated_one_who_signed_in_not_the_curated_owner_of_the_email, stays_configured,
                       became) {
    const auto anna = curated({mail});
    const auto ann = curated({shop_id("ann")});
    meet(became);
    BOOST_TEST(contact_of(signs_in("ann", {mail})) == ann.text());
    BOOST_TEST(canonical(anna) == anna.text());
}

BOOST_DATA_TEST_CASE_F(anchor_story, is_joined_by_the_owner_of_the_email, all_fates, became) {
    const auto by_mail = identified({mail});
    const auto ann = curated({shop_id("ann")});
    meet(became);
    const auto merged = visits({mail, shop_id("ann")});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST((merged.made.matched == shop_id("ann")));
    BOOST_TEST(canonical(ann) == contact_of(merged));
    BOOST_TEST(canonical(by_mail) == contact_of(merged));
}

BOOST_DATA_TEST_CASE_F(anchor_story, is_joined_on_an_id_alone_only_under_a_valid_source, invalid, became) {
    const auto visitor = identified({biscuit});
    const auto ann = identified({shop_id("ann")});
    meet(became);
    const auto resolved = visits({biscuit, shop_id("ann")});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(says(resolved, "not merged"));
    BOOST_TEST(canonical(visitor) == visitor.text());
}

BOOST_DATA_TEST_CASE_F(anchor_story, has_the_id_of_the_configured_source_before_one_of_another, stays_configured, became) {
    const auto crm = add_source(database, "CRM");
    identified({external_id(crm, "1")});
    identified({shop_id("ann")});
    meet(became);
    BOOST_TEST((visits({external_id(crm, "1"), mail, shop_id("ann")}).made.matched == shop_id("ann")));
}

BOOST_AUTO_TEST_CASE(has_of_ids_of_other_sources_the_one_presented_first) {
    const auto crm = add_source(database, "CRM");
    const auto cdp = add_source(database, "CDP");
    identified({external_id(cdp, "1")});
    identified({external_id(crm, "1")});
    identified({mail});
    without_a_source();
    const auto merged = visits({mail, external_id(crm, "1"), external_id(cdp, "1")});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST((merged.made.matched == external_id(crm, "1")));
}

BOOST_AUTO_TEST_CASE(by_the_id_of_another_source_is_joined_by_nobody_while_the_configured_one_is_valid) {
    const auto crm = add_source(database, "CRM");
    const auto by_mail = identified({mail});
    const auto ann = identified({external_id(crm, "1")});
    const auto resolved = visits({mail, external_id(crm, "1"), shop_id("ann")});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(says(resolved, "not merged"));
    BOOST_TEST(canonical(by_mail) == by_mail.text());
}

BOOST_DATA_TEST_CASE_F(anchor_story, is_who_signed_in_where_nothing_is_merged_and_the_policy_prefers_age, stays_configured,
                       became) {
    policy = channel_policy({}, several_matches::oldest);
    rules.merges_signed_in = false;
    apply();
    identified({mail});
    const auto ann = identified({shop_id("ann")});
    meet(became);
    BOOST_TEST(contact_of(signs_in("ann", {mail})) == ann.text());
}

BOOST_DATA_TEST_CASE_F(anchor_story, is_by_email_while_nobody_owns_the_id_of_an_invalid_source, invalid, became) {
    const auto by_phone = identified({home});
    const auto by_mail = identified({mail});
    meet(became);
    const auto merged = visits({home, mail, shop_id("ann")});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST((merged.made.matched == mail));
    for (const auto& id : {by_phone, by_mail}) BOOST_TEST(canonical(id) == contact_of(merged));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
