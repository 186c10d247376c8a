// SPDX-License-Identifier: BSL-1.0
#include "domain/search_words.hpp"

#include "domain/unicode_text.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace extsrc::domain {
namespace {

using words = std::set<std::string>;
const auto each = boost::test_tools::per_element();

contact_profile last_named(std::string name) {
    contact_profile profile;
    profile.last_name = std::move(name);
    return profile;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(words_of_a_contact)

BOOST_AUTO_TEST_CASE(are_none_for_an_empty_profile) {
    BOOST_TEST(search_words({}).empty());
}

BOOST_AUTO_TEST_CASE(are_the_names_and_titles_and_the_full_name) {
    contact_profile profile;
    profile.first_name = "Ada";
    profile.middle_name = "King";
    profile.last_name = "Lovelace";
    profile.title = "Countess";
    profile.salutation = "Lady";
    const words expected{"ada", "king", "lovelace", "countess", "lady", "ada lovelace", "ada king lovelace"};
    BOOST_TEST(search_words(profile) == expected, each);
}

BOOST_AUTO_TEST_CASE(keep_a_field_of_several_words_whole_beside_its_words) {
    BOOST_TEST(search_words(last_named("de la Cruz")) == (words{"de", "la", "cruz", "de la cruz"}), each);
}

BOOST_AUTO_TEST_CASE(are_found_with_and_without_their_punctuation) {
    BOOST_TEST(search_words(last_named("Smith-Jones")) == (words{"smith-jones", "smith", "jones"}), each);
    BOOST_TEST(search_words(last_named("O'Neil Jr.")) == (words{"o'neil jr.", "o'neil", "o", "neil", "jr.", "jr"}), each);
}

BOOST_AUTO_TEST_CASE(are_case_folded_and_composed_but_keep_their_accents) {
    BOOST_TEST(search_words(last_named("STRASSE")) == search_words(last_named("Stra\u00DFe")), each);
    BOOST_TEST(search_words(last_named("E\u0301mile")) == (words{"\u00E9mile"}), each);
}

BOOST_AUTO_TEST_CASE(of_an_email_are_the_address_the_domain_and_what_stands_before_the_at) {
    contact_profile profile;
    profile.emails[1] = "Ada.King+news@Mail.Example.com";
    const words expected{"ada.king+news@mail.example.com", "mail.example.com", "ada", "king", "news"};
    BOOST_TEST(search_words(profile) == expected, each);
}

BOOST_AUTO_TEST_CASE(are_the_names_and_handles_of_social_accounts) {
    contact_profile profile;
    profile.social(social_network::twitter) = social_account{"t-1", "Ada L", "Ada_L", "https://x.example/a", {}, {}};
    profile.social(social_network::instagram) = social_account{"i-1", {}, "ada.l", {}, {}, {}};
    BOOST_TEST(search_words(profile) == (words{"ada", "l", "ada l", "ada_l", "ada.l"}), each);
}

BOOST_AUTO_TEST_CASE(are_not_the_address_the_system_url_or_custom_fields) {
    contact_profile profile;
    profile.address = contact_address{"1 Main", {}, "Carmel", {}, {}, "US"};
    profile.external_system_url = "https://crm.example/ada";
    profile.custom_fields = {{"colour", R"("blue")"}};
    BOOST_TEST(search_words(profile).empty());
}

BOOST_AUTO_TEST_CASE(are_cut_at_255_characters) {
    std::string name;
    for (int i = 0; i < 300; ++i) name += "\u00E9";
    for (const auto& word : search_words(last_named(name))) BOOST_TEST(code_points(word) == max_search_word);
    BOOST_TEST(code_points(sort_key(name)) == max_sort_key);
}

BOOST_AUTO_TEST_CASE(are_at_most_200) {
    std::string name;
    for (int i = 0; i < 300; ++i) name += std::to_string(1000 + i) + " ";
    BOOST_TEST(search_words(last_named(name)).size() == max_search_words);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
