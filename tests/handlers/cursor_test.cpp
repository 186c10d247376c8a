// SPDX-License-Identifier: BSL-1.0
#include "handlers/cursor.hpp"

#include "client.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

using testing::acme;
using testing::rival;

constexpr domain::timestamp now = 1'700'000'000'000'000;

struct codec {
    cursor_codec cursors{cursor_codec::random_key()};
    std::string token = cursors.make("listing|x", acme(), "posi|tion \u00E9", now);

    bool refuses(const std::string& text, std::string_view listing = "listing|x",
                 const domain::organization_id& organization = acme(), domain::timestamp at = now) const {
        const auto read = cursors.read(text, listing, organization, at);
        if (read) return false;
        BOOST_TEST(faults_of(read.error()) == (texts{"cursor cursor.invalid"}), boost::test_tools::per_element());
        return true;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cursors, codec)

BOOST_AUTO_TEST_CASE(lead_back_to_their_position) {
    BOOST_TEST(cursors.read(token, "listing|x", acme(), now).value() == "posi|tion \u00E9");
    BOOST_TEST(cursors.read(cursors.make("l", acme(), "", now), "l", acme(), now).value() == "");
}

BOOST_AUTO_TEST_CASE(an_empty_one_is_the_first_page) {
    BOOST_TEST(cursors.read("", "listing|x", acme(), now).value() == "");
}

BOOST_AUTO_TEST_CASE(are_safe_in_a_url) {
    for (int i = 0; i < 50; ++i)
        BOOST_TEST(cursors.make("l", acme(), std::string(static_cast<std::size_t>(i), '\xFF'), now)
                       .find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
                   std::string::npos);
}

BOOST_AUTO_TEST_CASE(any_changed_character_is_noticed) {
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        // The last character of each half has bits that decode to nothing; what it says must stay the same then.
        const auto read = cursors.read(changed, "listing|x", acme(), now);
        BOOST_TEST((!read || *read == "posi|tion \u00E9"), i);
        const bool at_an_end = i + 1 == token.size() || token[i + 1] == '.';
        BOOST_TEST((!read || at_an_end), i);
    }
}

BOOST_AUTO_TEST_CASE(damaged_ones_are_refused) {
    for (const auto& damaged : texts{".", "a.b", "....", token.substr(1), token.substr(0, token.size() - 4)})
        BOOST_TEST(refuses(damaged), damaged);
    BOOST_TEST(refuses(token.substr(0, token.find('.'))));
    BOOST_TEST(refuses(token + "AAAA"));
    BOOST_TEST(refuses("=" + token));
    BOOST_TEST(refuses(std::string(100000, 'A')));
}

BOOST_AUTO_TEST_CASE(live_24_hours) {
    constexpr domain::timestamp day = domain::timestamp{24} * 3600 * 1'000'000;
    BOOST_TEST(!refuses(token, "listing|x", acme(), now + day));
    BOOST_TEST(refuses(token, "listing|x", acme(), now + day + 1));
}

BOOST_AUTO_TEST_CASE(are_good_for_one_listing_of_one_organization_and_one_key) {
    BOOST_TEST(refuses(token, "listing|y"));
    BOOST_TEST(refuses(token, "listing|"));
    BOOST_TEST(refuses(token, "listing|x", rival()));
    cursors = cursor_codec(cursor_codec::random_key());
    BOOST_TEST(refuses(token));
}

BOOST_AUTO_TEST_CASE(keys_are_random_and_of_256_bits) {
    BOOST_TEST(cursor_codec::random_key().size() == 64U);
    BOOST_TEST(cursor_codec::random_key() != cursor_codec::random_key());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
