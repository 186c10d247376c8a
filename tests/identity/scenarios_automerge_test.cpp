// SPDX-License-Identifier: BSL-1.0
// What an administrator is told of web deployments that merge what they learn of one visitor.
#include "merging_story.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::identity {
namespace {

using domain::contact_type;
using domain::outcome;
using testing::acme_scope;
using testing::add_source;
using testing::external_id;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(automerge, merging_story)

BOOST_AUTO_TEST_CASE(joins_the_contact_of_the_cookie_to_the_one_who_signs_in) {
    const auto ann = identified({shop_id("ann")});
    const auto visitor = domain::contact_id::trusted(contact_of(visits({biscuit})));
    const auto merged = signs_in("ann", {biscuit, mail});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST(merged.made.type == contact_type::identified);
    BOOST_TEST(merged.matched_position == 2);
    BOOST_TEST(merged.profile_url == "https://crm.example/ann");
    BOOST_TEST(canonical(ann) == contact_of(merged));
    BOOST_TEST(canonical(visitor) == contact_of(merged));
    for (const auto& value : {shop_id("ann"), biscuit, mail}) BOOST_TEST(owner_of(value) == contact_of(merged));
    BOOST_TEST(decision("2").value().result == outcome::merged);
    // The first visit is hers as well now, and the next finds her without a merge.
    BOOST_TEST(contact_of(resolves(made("1", {biscuit}, acme_scope(), "webmessaging", noon))) == contact_of(merged));
    BOOST_TEST(signs_in("ann", {biscuit}).made.result == outcome::matched);
}

BOOST_AUTO_TEST_CASE(joins_all_owners_behind_a_tracked_visit) {
    const auto ann = curated({shop_id("ann")});
    const auto by_mail = identified({mail});
    const auto by_phone = identified({home});
    const auto merged = visits({biscuit, mail, home, shop_id("ann")});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST(merged.made.type == contact_type::curated);
    for (const auto& id : {ann, by_mail, by_phone}) BOOST_TEST(canonical(id) == contact_of(merged));
    BOOST_TEST(owner_of(biscuit) == contact_of(merged));
}

BOOST_AUTO_TEST_CASE(without_a_source_goes_by_email_then_phone) {
    without_a_source();
    const auto by_phone = identified({home});
    const auto by_mail = identified({mail});
    const auto by_cookie = identified({biscuit});
    const auto first = visits({biscuit, home});
    BOOST_TEST(first.made.result == outcome::merged);
    BOOST_TEST((first.made.matched == home));
    const auto second = visits({biscuit, home, mail});
    BOOST_TEST(second.made.result == outcome::merged);
    BOOST_TEST((second.made.matched == mail));
    for (const auto& id : {by_phone, by_mail, by_cookie}) BOOST_TEST(canonical(id) == contact_of(second));
}

BOOST_AUTO_TEST_CASE(at_a_disabled_source_goes_by_email_but_keeps_people_with_different_ids_apart) {
    const auto ann = identified({mail});
    const auto bea = identified({home, shop_id("bea")});
    const auto cleo = identified({biscuit, shop_id("cleo")});
    testing::disable_source(database, shop);
    const auto merged = visits({mail, home, biscuit});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST(canonical(ann) == contact_of(merged));
    BOOST_TEST(canonical(bea) == contact_of(merged));
    BOOST_TEST(canonical(cleo) == cleo.text());
}

BOOST_AUTO_TEST_CASE(without_an_owner_of_the_id_the_ordinary_policy_holds) {
    const auto by_phone = identified({home});
    const auto by_mail = identified({mail});
    const auto visit = visits({home, mail, shop_id("ann")});
    BOOST_TEST(visit.made.result == outcome::matched);
    BOOST_TEST(contact_of(visit) == by_mail.text());
    BOOST_TEST(canonical(by_phone) == by_phone.text());
}

BOOST_AUTO_TEST_CASE(happens_only_where_it_is_switched_on) {
    identified({shop_id("ann")});
    identified({mail});
    rules.merges_signed_in = false;
    apply();
    BOOST_TEST(signs_in("ann", {mail}).made.result == outcome::matched);
    rules.merges_signed_in = true;
    rules.merges_tracked = false;
    apply();
    BOOST_TEST(visits({mail, shop_id("ann")}).made.result == outcome::matched);
    BOOST_TEST(a_call({mail, shop_id("ann")}).made.result == outcome::matched);
    BOOST_TEST(signs_in("ann", {mail}).made.result == outcome::merged);
}

BOOST_AUTO_TEST_CASE(never_joins_two_curated_contacts) {
    const auto ann = curated({shop_id("ann")});
    const auto anna = curated({mail});
    const auto resolved = signs_in("ann", {mail, biscuit});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(says(resolved, "Curated"));
    BOOST_TEST(canonical(anna) == anna.text());
    BOOST_TEST(owner_of(mail) == anna.text());
    BOOST_TEST(owner_of(biscuit) == ann.text());
}

BOOST_AUTO_TEST_CASE(joins_the_only_curated_contact_to_one_that_is_not) {
    const auto ann = identified({shop_id("ann")});
    const auto anna = curated({mail});
    const auto merged = signs_in("ann", {mail});
    BOOST_TEST(merged.made.type == contact_type::curated);
    BOOST_TEST(canonical(ann) == contact_of(merged));
    BOOST_TEST(canonical(anna) == contact_of(merged));
}

BOOST_AUTO_TEST_CASE(leaves_out_all_curated_contacts_when_there_are_several) {
    const auto ann = identified({shop_id("ann")});
    const auto anna = curated({mail});
    const auto annie = curated({home});
    const auto visitor = identified({biscuit});
    const auto merged = signs_in("ann", {mail, home, biscuit});
    BOOST_TEST(merged.made.result == outcome::merged);
    BOOST_TEST(merged.made.type == contact_type::identified);
    BOOST_TEST(canonical(ann) == contact_of(merged));
    BOOST_TEST(canonical(visitor) == contact_of(merged));
    BOOST_TEST(canonical(anna) == anna.text());
    BOOST_TEST(canonical(annie) == annie.text());
    BOOST_TEST(says(merged, "Curated"));
}

BOOST_AUTO_TEST_CASE(that_would_not_fit_changes_nothing_and_links_to_the_owner_of_the_id) {
    // No source knows the two apart, and together they have eleven.
    const auto crm = add_source(database, "CRM");
    const auto cdp = add_source(database, "CDP");
    std::vector<domain::identifier> six{shop_id("ann")};
    std::vector<domain::identifier> more{mail};
    for (const auto& value : {"1", "2", "3", "4", "5"}) {
        six.push_back(external_id(crm, value));
        more.push_back(external_id(cdp, value));
    }
    const auto ann = identified(six);
    const auto anna = identified(more);
    const auto before = number("SELECT COUNT(*) + SUM(modified_at) FROM contact");
    const auto resolved = signs_in("ann", {mail});
    BOOST_TEST(resolved.made.result == outcome::matched);
    BOOST_TEST(contact_of(resolved) == ann.text());
    BOOST_TEST(says(resolved, "up to 10 identifiers of type ExternalId"));
    BOOST_TEST(resolved.made.reason.size() < 500U);
    BOOST_TEST(canonical(anna) == anna.text());
    BOOST_TEST(owner_of(mail) == anna.text());
    BOOST_TEST(number("SELECT COUNT(*) + SUM(modified_at) FROM contact") == before);
    BOOST_TEST(number("SELECT COUNT(*) FROM contact WHERE canonical_id <> '' OR merged_to <> ''") == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
