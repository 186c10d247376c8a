// SPDX-License-Identifier: BSL-1.0
#include "identity/expiry.hpp"

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>

namespace extsrc::identity {
namespace {

using domain::contact_type;
using domain::unpromoted_life_us;
using testing::acme_scope;
using testing::add_contact;
using testing::owner_of;
using testing::soon;

const auto line = testing::phone("+13175550142");
const std::atomic<bool> never = false;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(expiry, testing::temp_database)

BOOST_AUTO_TEST_CASE(removes_who_was_not_heard_of_for_60_days_and_nobody_else) {
    add_contact(database, 1, {}, acme_scope(), contact_type::ephemeral);
    add_contact(database, 1, {}, acme_scope(), contact_type::identified);
    add_contact(database, 1, {}, {testing::rival(), {}}, contact_type::ephemeral);
    add_contact(database, 2, {}, acme_scope(), contact_type::ephemeral);
    add_contact(database, 1, {}, acme_scope(), contact_type::curated);
    BOOST_TEST(remove_expired(database, unpromoted_life_us + 2, soon(), never) == 3U);
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 2);
    BOOST_TEST(remove_expired(database, unpromoted_life_us + 2, soon(), never) == 0U);
}

BOOST_AUTO_TEST_CASE(identifiers_pass_to_the_next_holder) {
    add_contact(database, 1, {line}, acme_scope(), contact_type::ephemeral);
    const auto next = add_contact(database, 2, {line});
    BOOST_TEST(remove_expired(database, unpromoted_life_us + 2, soon(), never) == 1U);
    BOOST_TEST(owner_of(database, line) == next.text());
}

BOOST_AUTO_TEST_CASE(takes_as_many_transactions_as_it_needs) {
    for (int i = 0; i < 120; ++i) add_contact(database, 1, {}, acme_scope(), contact_type::ephemeral);
    BOOST_TEST(remove_expired(database, unpromoted_life_us + 2, soon(), never) == 120U);
}

BOOST_AUTO_TEST_CASE(does_nothing_when_its_time_is_up) {
    add_contact(database, 1, {}, acme_scope(), contact_type::ephemeral);
    BOOST_TEST(remove_expired(database, unpromoted_life_us + 2, std::chrono::steady_clock::now(), never) == 0U);
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 1);
}

BOOST_AUTO_TEST_CASE(does_nothing_when_the_plugin_is_ending) {
    add_contact(database, 1, {}, acme_scope(), contact_type::ephemeral);
    const std::atomic<bool> ending = true;
    BOOST_TEST(remove_expired(database, unpromoted_life_us + 2, soon(), ending) == 0U);
    BOOST_TEST(number("SELECT COUNT(*) FROM contact") == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::identity
