// SPDX-License-Identifier: BSL-1.0
#include "domain/merge_rule.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>
#include <vector>

namespace extsrc::domain {
namespace {

phone_number phone(const std::string& e164) {
    phone_number number;
    number.display = number.e164 = e164;
    return number;
}

contact_profile merged(const std::vector<contact_profile>& by_precedence) {
    return merge_profiles(
        std::vector<std::reference_wrapper<const contact_profile>>(by_precedence.begin(), by_precedence.end()));
}

std::vector<std::string> numbers(const contact_profile& profile) {
    std::vector<std::string> found;
    for (const auto& number : profile.phones) found.push_back(number ? number->e164 : "");
    return found;
}

using texts = std::vector<std::string>;
constexpr auto each = boost::test_tools::per_element();

contact made(const std::string& id, timestamp created_at, timestamp modified_at) {
    contact person;
    person.id = contact_id::trusted(id);
    person.created_at = created_at;
    person.modified_at = modified_at;
    return person;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merge_rule)

BOOST_AUTO_TEST_CASE(each_text_is_the_first_that_somebody_has) {
    contact_profile first;
    first.first_name = "Ann";
    contact_profile second;
    second.first_name = "Anna";
    second.last_name = "Lee";
    second.external_organization = "e";
    const auto both = merged({first, second});
    BOOST_TEST(both.first_name == "Ann");
    BOOST_TEST(both.last_name == "Lee");
    BOOST_TEST(both.external_organization == "e");
}

BOOST_AUTO_TEST_CASE(an_address_and_a_social_account_are_one_value) {
    contact_profile first;
    first.address =
        contact_address{.address1 = {}, .address2 = {}, .city = "Carmel", .state = {}, .postal_code = {}, .country_code = {}};
    contact_profile second;
    second.address = contact_address{
        .address1 = "1 Main", .address2 = {}, .city = "Fishers", .state = {}, .postal_code = {}, .country_code = {}};
    second.social(social_network::line) = social_account{"l-2", {}, {}, {}, {}, {}};
    const auto both = merged({first, second});
    BOOST_TEST(both.address.value().city == "Carmel");
    BOOST_TEST(both.address.value().address1 == "");
    BOOST_TEST(both.social(social_network::line).value().user_id == "l-2");
}

BOOST_AUTO_TEST_CASE(said_no_wins_over_a_later_yes) {
    contact_profile first;
    first.survey_opt_out = false;
    contact_profile second;
    second.survey_opt_out = true;
    BOOST_TEST(merged({first, second}).survey_opt_out.value() == false);
}

BOOST_AUTO_TEST_CASE(a_phone_whose_field_is_taken_moves_to_a_free_one) {
    contact_profile first;
    first.phones[0] = phone("+1");
    contact_profile second;
    second.phones[0] = phone("+2");
    second.phones[1] = phone("+3");
    BOOST_TEST(numbers(merged({first, second})) == (texts{"+1", "+3", "+2", ""}), each);
}

BOOST_AUTO_TEST_CASE(a_number_both_have_is_kept_once_in_its_field_and_not_moved) {
    contact_profile first;
    first.phones[0] = phone("+1");
    contact_profile second;
    second.phones[0] = phone("+1");
    BOOST_TEST(numbers(merged({first, second})) == (texts{"+1", "", "", ""}), each);
}

BOOST_AUTO_TEST_CASE(phones_beyond_the_four_fields_are_left_out_in_order_of_precedence) {
    contact_profile first;
    contact_profile second;
    for (std::size_t i = 0; i < 4; ++i) {
        first.phones[i] = phone("+1" + std::to_string(i));
        second.phones[i] = phone("+2" + std::to_string(i));
    }
    BOOST_TEST(numbers(merged({first, second})) == (texts{"+10", "+11", "+12", "+13"}), each);
}

BOOST_AUTO_TEST_CASE(an_e_mail_moves_too_but_not_the_same_address_in_another_case) {
    contact_profile first;
    first.emails[0] = "ann@example.com";
    contact_profile second;
    second.emails[0] = "ANN@Example.com";
    contact_profile third;
    third.emails[0] = "lee@example.com";
    const auto all = merged({first, second, third}).emails;
    BOOST_TEST(all[0] == "ann@example.com");
    BOOST_TEST(all[1] == "lee@example.com");
    BOOST_TEST(all[2] == "");
}

BOOST_AUTO_TEST_CASE(custom_fields_are_taken_name_by_name) {
    contact_profile first;
    first.custom_fields = {{"tier", "1"}, {"colour", "\"blue\""}};
    contact_profile second;
    second.custom_fields = {{"tier", "2"}, {"since", "2019"}};
    const std::map<std::string, std::string> expected{{"tier", "1"}, {"colour", "\"blue\""}, {"since", "2019"}};
    BOOST_TEST((merged({first, second}).custom_fields == expected));
}

BOOST_AUTO_TEST_CASE(apple_ids_are_joined_without_repeats_up_to_ten) {
    contact_profile first;
    first.apple_opaque_ids = {"a", "b"};
    contact_profile second;
    second.apple_opaque_ids = {"b", "c", "d", "e", "f", "g", "h", "i", "j", "k"};
    BOOST_TEST(merged({first, second}).apple_opaque_ids == (texts{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}), each);
}

BOOST_AUTO_TEST_CASE(the_firmest_type_wins_and_it_is_at_least_identified) {
    using enum contact_type;
    BOOST_TEST((merged_type(std::vector{ephemeral, ephemeral}) == identified));
    BOOST_TEST((merged_type(std::vector{ephemeral, identified}) == identified));
    BOOST_TEST((merged_type(std::vector{curated, ephemeral}) == curated));
}

BOOST_AUTO_TEST_CASE(the_most_recently_modified_comes_first_then_the_youngest_then_by_id) {
    std::vector<contact> contacts{made("d", 1, 5), made("c", 2, 5), made("b", 2, 5), made("a", 1, 9)};
    order_for_merge(contacts);
    texts order;
    for (const auto& person : contacts) order.push_back(person.id.text());
    BOOST_TEST(order == (texts{"a", "b", "c", "d"}), each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
