// SPDX-License-Identifier: BSL-1.0
#include "storage/identifier_repository.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::storage {
namespace {

using testing::acme;
using testing::acme_scope;
using testing::add_contact;
using testing::owner_of;
using testing::soon;

struct holders : testing::temp_database {
    domain::identifier line = testing::phone("+13175550142");

    bool hold(const domain::contact_id& contact, domain::timestamp now, const scope& where = acme_scope()) {
        return database
            .write(soon(),
                   [&](transaction& open) -> domain::result<bool> {
                       return identifier_repository(open).hold(where, line, contact, now);
                   })
            .value();
    }
    void release(const domain::contact_id& contact) {
        const auto done = database.write(soon(), [&](transaction& open) -> domain::result<void> {
            identifier_repository(open).release(acme_scope(), line, contact);
            return {};
        });
        BOOST_REQUIRE(done);
    }
    // Whether the schema refuses to make the contact an owner behind the code's back.
    bool schema_refuses_owner(const domain::contact_id& contact, const std::string& mark) {
        const auto session = raw();
        try {
            *session << "UPDATE identifier SET owner = " + mark + " WHERE contact_id = '" + contact.text() + "'";
            return false;
        } catch (const soci::soci_error&) {
            return true;
        }
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(identifier_repositories, holders)

BOOST_AUTO_TEST_CASE(the_first_holder_owns_and_later_ones_wait) {
    const auto ann = add_contact(database, 1);
    const auto bob = add_contact(database, 2);
    BOOST_TEST(hold(ann, 10));
    BOOST_TEST(!hold(bob, 20));
    BOOST_TEST(owner_of(database, line) == ann.text());
}

BOOST_AUTO_TEST_CASE(holding_again_keeps_the_place) {
    const auto ann = add_contact(database, 1);
    const auto bob = add_contact(database, 2);
    const auto eve = add_contact(database, 3);
    hold(ann, 10);
    hold(bob, 20);
    hold(eve, 30);
    BOOST_TEST(hold(ann, 99));
    BOOST_TEST(!hold(bob, 99));
    release(ann);
    BOOST_TEST(owner_of(database, line) == bob.text());
}

BOOST_AUTO_TEST_CASE(ownership_passes_to_the_next_oldest_holder_until_none_is_left) {
    const auto ann = add_contact(database, 1);
    const auto bob = add_contact(database, 2);
    const auto eve = add_contact(database, 3);
    hold(ann, 10);
    hold(eve, 30);
    hold(bob, 20);
    release(ann);
    BOOST_TEST(owner_of(database, line) == bob.text());
    release(bob);
    BOOST_TEST(owner_of(database, line) == eve.text());
    release(eve);
    BOOST_TEST(owner_of(database, line) == "");
}

BOOST_AUTO_TEST_CASE(a_waiting_holder_that_leaves_changes_no_owner) {
    const auto ann = add_contact(database, 1);
    const auto bob = add_contact(database, 2);
    hold(ann, 10);
    hold(bob, 20);
    release(bob);
    BOOST_TEST(owner_of(database, line) == ann.text());
    release(ann);
    BOOST_TEST(owner_of(database, line) == "");
}

BOOST_AUTO_TEST_CASE(the_schema_admits_one_owner_and_no_other_mark) {
    const auto ann = add_contact(database, 1);
    const auto bob = add_contact(database, 2);
    hold(ann, 10);
    hold(bob, 20);
    BOOST_TEST(schema_refuses_owner(bob, "1"));
    BOOST_TEST(schema_refuses_owner(bob, "2"));
    BOOST_TEST(schema_refuses_owner(bob, "0"));
    BOOST_TEST(!schema_refuses_owner(ann, "NULL"));
}

BOOST_AUTO_TEST_CASE(the_schema_admits_no_holder_that_is_not_there) {
    const auto session = raw();
    BOOST_CHECK_THROW(*session << "INSERT INTO identifier (organization_id, division_id, type, source_id, value, contact_id, "
                                  "owner, held_since) VALUES ('o', '*', 'Phone', '', 'v', 'nobody', 1, 0)",
                      soci::soci_error);
}

BOOST_AUTO_TEST_CASE(each_organization_and_division_has_an_owner_of_its_own) {
    const scope in_north{acme(), testing::north()};
    const scope at_rival{testing::rival(), {}};
    const auto ann = add_contact(database, 1);
    const auto bob = add_contact(database, 2, {}, in_north);
    const auto eve = add_contact(database, 3, {}, at_rival);
    BOOST_TEST(hold(ann, 10));
    BOOST_TEST(hold(bob, 10, in_north));
    BOOST_TEST(hold(eve, 10, at_rival));
    BOOST_TEST(owner_of(database, line, in_north) == bob.text());
    BOOST_TEST(owner_of(database, line, at_rival) == eve.text());
}

BOOST_AUTO_TEST_CASE(owners_finds_all_owned_ones_with_their_contacts) {
    const auto mail = testing::email("ann@example.com");
    const auto ann = add_contact(database, 7, {line, mail});
    const auto waiting = add_contact(database, 8, {mail}, acme_scope(), domain::contact_type::ephemeral);
    const std::vector asked{line, mail, testing::phone("+13175550199")};
    const auto found =
        database.read(soon(), [&](transaction& open) { return identifier_repository(open).owners(acme_scope(), asked); });
    BOOST_REQUIRE(found.size() == 2U);
    for (const auto& owner : found) {
        BOOST_TEST(owner.contact.text() == ann.text());
        BOOST_TEST(owner.type == domain::contact_type::curated);
        BOOST_TEST(owner.contact_created_at == 7);
    }
}

BOOST_AUTO_TEST_CASE(owners_of_nothing_is_nothing) {
    const auto found =
        database.read(soon(), [&](transaction& open) { return identifier_repository(open).owners(acme_scope(), {}); });
    BOOST_TEST(found.empty());
}

BOOST_AUTO_TEST_CASE(values_are_compared_byte_for_byte) {
    const auto kind = domain::identifier_type::cookie;
    const auto ann = add_contact(database, 1, {testing::other(kind, "abc")});
    BOOST_TEST(owner_of(database, testing::other(kind, "abc")) == ann.text());
    BOOST_TEST(owner_of(database, testing::other(kind, "ABC")) == "");
    BOOST_TEST(owner_of(database, testing::other(kind, "abc\u0301")) == "");
    BOOST_TEST(owner_of(database, testing::other(domain::identifier_type::social_line, "abc")) == "");
}

BOOST_AUTO_TEST_CASE(holders_of_a_text_are_told_once_whatever_they_hold_it_as) {
    const auto cookie = testing::other(domain::identifier_type::cookie, "abc");
    const auto opaque = testing::other(domain::identifier_type::apple_opaque_id, "abc");
    const auto ann = add_contact(database, 1, {cookie, opaque});
    const auto bob = add_contact(database, 2, {opaque}, {testing::acme(), testing::north()});
    add_contact(database, 3, {cookie}, {testing::rival(), testing::north()});
    add_contact(database, 4, {testing::other(domain::identifier_type::cookie, "ABC")});
    const std::vector<std::string> asked{"abc", "nobody's"};
    const auto found = [&](std::size_t limit) {
        return database.read(
            soon(), [&](transaction& open) { return identifier_repository(open).holders(testing::acme(), asked, limit); });
    };
    BOOST_TEST((found(5) == std::vector{ann, bob}));
    BOOST_TEST((found(1) == std::vector{ann}));
}

BOOST_AUTO_TEST_CASE(held_by_lists_owned_and_waiting_oldest_first) {
    const auto mail = testing::email("ann@example.com");
    add_contact(database, 1, {line});
    const auto bob = add_contact(database, 2, {mail});
    hold(bob, 20);
    const auto held = database.read(soon(), [&](transaction& open) { return identifier_repository(open).held_by(bob); });
    BOOST_REQUIRE(held.size() == 2U);
    BOOST_TEST((held[0].value == mail && held[0].owned && held[0].since == 2));
    BOOST_TEST((held[1].value == line && !held[1].owned && held[1].since == 20));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
