// SPDX-License-Identifier: BSL-1.0
#include "identity/association.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "storage/change_log.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>

namespace extsrc::identity {
namespace {

using domain::errc;
using testing::acme;
using testing::acme_scope;
using testing::add_contact;
using testing::external_id;
using testing::owner_of;
using testing::soon;
using texts = std::vector<std::string>;

struct people : testing::temp_database {
    domain::identifier line = testing::phone("+13175550142");
    domain::contact_id ann = add_contact(database, 1);
    domain::contact_id bob = add_contact(database, 2);

    domain::result<void> on_behalf_of(const domain::contact_id& who,
                                      const std::function<domain::result<void>(association&)>& act,
                                      domain::timestamp now = 10) {
        return database.write(soon(), [&](storage::transaction& open) {
            association own(open, acme_scope(), who, now);
            return act(own);
        });
    }
    domain::result<void> claim(const domain::contact_id& who, const domain::identifier& value) {
        return on_behalf_of(who, [&](association& own) { return own.claim(value); });
    }
    domain::result<void> release(const domain::contact_id& who, const domain::identifier& value) {
        return on_behalf_of(who, [&](association& own) { return own.release(value); });
    }
    void adopt(const domain::contact_id& who, const std::vector<domain::identifier>& presented) {
        on_behalf_of(who, [&](association& own) { return own.adopt(presented), domain::result<void>(); }).value();
    }
    domain::result<void> replace(const domain::contact_id& who, const std::vector<domain::identifier>& wanted) {
        return on_behalf_of(who, [&](association& own) { return own.replace_external_ids(wanted); });
    }
    texts held_values(const domain::contact_id& who) {
        return database.read(soon(), [&](storage::transaction& open) {
            texts values;
            for (const auto& held : storage::identifier_repository(open).held_by(who)) values.push_back(held.value.value);
            std::sort(values.begin(), values.end());
            return values;
        });
    }
    long long generation() {
        return database.read(soon(), [](storage::transaction& open) { return storage::change_log(open).generation(acme()); });
    }
};

std::vector<domain::identifier> many(const domain::source_id& source, int count) {
    std::vector<domain::identifier> ids;
    for (int i = 0; i < count; ++i) ids.push_back(external_id(source, "C-" + std::to_string(i)));
    return ids;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(associations, people)

BOOST_AUTO_TEST_CASE(a_free_identifier_is_claimed_and_claimed_again_without_change) {
    BOOST_TEST(claim(ann, line).has_value());
    BOOST_TEST(claim(ann, line).has_value());
    BOOST_TEST(owner_of(database, line) == ann.text());
    BOOST_TEST(held_values(ann).size() == 1U);
}

BOOST_AUTO_TEST_CASE(anothers_identifier_is_refused_and_the_owner_named) {
    claim(ann, line).value();
    const auto refused = claim(bob, line);
    BOOST_TEST(refused.error().code == errc::identifier_claimed);
    BOOST_TEST(refused.error().entity_id == ann.text());
    BOOST_TEST(held_values(bob).empty());
}

BOOST_AUTO_TEST_CASE(a_released_identifier_is_free_again) {
    claim(ann, line).value();
    BOOST_TEST(release(ann, line).has_value());
    BOOST_TEST(owner_of(database, line) == "");
    BOOST_TEST(claim(bob, line).has_value());
}

BOOST_AUTO_TEST_CASE(only_the_owner_can_release) {
    BOOST_TEST(release(ann, line).error().code == errc::not_found);
    claim(ann, line).value();
    const auto refused = release(bob, line);
    BOOST_TEST(refused.error().code == errc::identifier_not_claimed);
    BOOST_TEST(refused.error().entity_id == ann.text());
    BOOST_TEST(owner_of(database, line) == ann.text());
}

BOOST_AUTO_TEST_CASE(under_a_disabled_source_nothing_new_is_claimed_and_what_is_owned_stays) {
    const auto crm = testing::add_source(database, "CRM");
    const auto owned = external_id(crm, "C-1");
    claim(ann, owned).value();
    testing::disable_source(database, crm);
    BOOST_TEST(claim(ann, owned).has_value());
    const auto refused = claim(bob, external_id(crm, "C-2"));
    BOOST_TEST(refused.error().code == errc::external_source_inactive);
    BOOST_TEST(refused.error().entity_id == crm.text());
    BOOST_TEST(claim(bob, owned).error().code == errc::identifier_claimed);
    BOOST_TEST(release(ann, owned).has_value());
    BOOST_TEST(claim(ann, owned).error().code == errc::external_source_inactive);
}

BOOST_AUTO_TEST_CASE(under_a_deleted_or_foreign_source_nothing_is_claimed) {
    const auto deleted = testing::add_source(database, "gone");
    testing::delete_source(database, deleted);
    const auto foreign = testing::add_source(database, "rival's", testing::rival());
    for (const auto& source : {deleted, foreign, domain::source_id::random()})
        BOOST_TEST(claim(ann, external_id(source, "C-1")).error().code == errc::external_source_unknown);
    BOOST_TEST(held_values(ann).empty());
}

BOOST_AUTO_TEST_CASE(a_contact_has_ten_external_ids_at_most) {
    const auto crm = testing::add_source(database, "CRM");
    for (const auto& value : many(crm, 10)) claim(ann, value).value();
    const auto refused = claim(ann, external_id(crm, "one more"));
    BOOST_TEST(refused.error().code == errc::limit_exceeded);
    BOOST_TEST(refused.error().reached.value().value == 10);
    BOOST_TEST(claim(ann, line).has_value());
    BOOST_TEST(claim(ann, external_id(crm, "C-3")).has_value());
}

BOOST_AUTO_TEST_CASE(carried_identifiers_follow_the_profile) {
    const auto mail = testing::email("ann@example.com");
    const std::vector before{line};
    const std::vector after{mail};
    on_behalf_of(ann, [&](association& own) { return own.carry({}, before), domain::result<void>(); }).value();
    BOOST_TEST(owner_of(database, line) == ann.text());
    on_behalf_of(ann, [&](association& own) { return own.carry(before, after), domain::result<void>(); }).value();
    BOOST_TEST(owner_of(database, line) == "");
    BOOST_TEST(owner_of(database, mail) == ann.text());
}

BOOST_AUTO_TEST_CASE(a_number_carried_by_two_contacts_belongs_to_the_first_until_it_lets_go) {
    const std::vector carried{line};
    for (const auto& who : {ann, bob})
        on_behalf_of(who, [&](association& own) { return own.carry({}, carried), domain::result<void>(); }).value();
    BOOST_TEST(owner_of(database, line) == ann.text());
    on_behalf_of(ann, [&](association& own) { return own.carry(carried, {}), domain::result<void>(); }).value();
    BOOST_TEST(owner_of(database, line) == bob.text());
}

BOOST_AUTO_TEST_CASE(replacing_external_ids_claims_releases_and_keeps) {
    const auto crm = testing::add_source(database, "CRM");
    const auto ids = many(crm, 3);
    replace(ann, {ids[0], ids[1]}).value();
    claim(ann, line).value();
    replace(ann, {ids[1], ids[2]}).value();
    BOOST_TEST(held_values(ann) == (texts{"+13175550142", "C-1", "C-2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_full_set_of_external_ids_can_be_exchanged_at_once) {
    const auto crm = testing::add_source(database, "CRM");
    const auto erp = testing::add_source(database, "ERP");
    replace(ann, many(crm, 10)).value();
    BOOST_TEST(replace(ann, many(erp, 10)).has_value());
}

BOOST_AUTO_TEST_CASE(a_refused_replacement_changes_nothing) {
    const auto crm = testing::add_source(database, "CRM");
    const auto ids = many(crm, 3);
    replace(ann, {ids[0]}).value();
    replace(bob, {ids[1]}).value();
    BOOST_TEST(replace(ann, {ids[2], ids[1]}).error().code == errc::identifier_claimed);
    BOOST_TEST(held_values(ann) == (texts{"C-0"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(external_ids_of_a_disabled_source_survive_a_replacement_that_repeats_them) {
    const auto crm = testing::add_source(database, "CRM");
    const auto ids = many(crm, 2);
    replace(ann, {ids[0]}).value();
    testing::disable_source(database, crm);
    BOOST_TEST(replace(ann, {ids[0]}).has_value());
    BOOST_TEST(replace(ann, {ids[0], ids[1]}).error().code == errc::external_source_inactive);
    BOOST_TEST(replace(ann, {}).has_value());
    BOOST_TEST(held_values(ann).empty());
}

BOOST_AUTO_TEST_CASE(adopting_takes_what_is_free_and_permitted_and_leaves_the_rest) {
    const auto crm = testing::add_source(database, "CRM");
    const auto disabled = testing::add_source(database, "old");
    testing::disable_source(database, disabled);
    claim(bob, line).value();
    adopt(ann, {line, testing::email("ann@example.com"), external_id(crm, "C-1"), external_id(disabled, "D-1"),
                external_id(domain::source_id::random(), "X-1")});
    BOOST_TEST(held_values(ann) == (texts{"C-1", "ann@example.com"}), boost::test_tools::per_element());
    BOOST_TEST(owner_of(database, line) == bob.text());
}

BOOST_AUTO_TEST_CASE(adopting_takes_no_second_external_id_of_a_source) {
    const auto crm = testing::add_source(database, "CRM");
    claim(ann, external_id(crm, "C-1")).value();
    adopt(ann, {external_id(crm, "C-2")});
    BOOST_TEST(held_values(ann) == (texts{"C-1"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(surrender_gives_everything_up_to_those_who_wait) {
    const std::vector carried{line};
    const auto mail = testing::email("ann@example.com");
    claim(ann, mail).value();
    for (const auto& who : {ann, bob})
        on_behalf_of(who, [&](association& own) { return own.carry({}, carried), domain::result<void>(); }).value();
    on_behalf_of(ann, [&](association& own) { return own.surrender(), domain::result<void>(); }).value();
    BOOST_TEST(held_values(ann).empty());
    BOOST_TEST(owner_of(database, line) == bob.text());
    BOOST_TEST(owner_of(database, mail) == "");
}

BOOST_AUTO_TEST_CASE(what_is_taken_away_is_logged_and_what_is_given_is_not) {
    claim(ann, line).value();
    BOOST_TEST(generation() == 0);
    release(ann, line).value();
    BOOST_TEST(generation() == 1);
    (void)release(ann, line);
    BOOST_TEST(generation() == 1);
}

BOOST_AUTO_TEST_CASE(each_type_has_its_cap_on_claims) {
    const auto numbered = [](domain::identifier_type type, std::size_t number) {
        return testing::other(type, "id-" + std::to_string(number));
    };
    for (const auto type :
         {domain::identifier_type::apple_opaque_id, domain::identifier_type::social_line, domain::identifier_type::cookie}) {
        const auto cap = domain::cap_of(type);
        for (std::size_t i = 0; i < cap.most; ++i) BOOST_TEST_REQUIRE(claim(ann, numbered(type, i)).has_value());
        const auto refused = claim(ann, numbered(type, cap.most));
        BOOST_TEST(refused.error().code == errc::limit_exceeded);
        BOOST_TEST(refused.error().reached.value().key == cap.key);
    }
}

BOOST_AUTO_TEST_CASE(adopts_no_more_than_the_cap) {
    adopt(ann, {testing::other(domain::identifier_type::social_line, "l-1"),
                testing::other(domain::identifier_type::social_line, "l-2")});
    BOOST_TEST(held_values(ann) == texts{"l-1"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
