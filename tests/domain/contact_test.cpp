// SPDX-License-Identifier: BSL-1.0
#include "domain/contact.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::domain {
namespace {

contact_profile with_phones(const std::vector<std::string>& displays) {
    contact_profile profile;
    for (std::size_t i = 0; i < displays.size(); ++i) {
        phone_number number;
        number.display = displays[i];
        profile.phones.at(i) = normalise_phone(number, "phone", "US").value();
    }
    return profile;
}

std::vector<std::string> values(const contact_profile& profile) {
    std::vector<std::string> found;
    for (const auto& one : carried_identifiers(profile)) found.push_back(std::string(to_string(one.type)) + " " + one.value);
    return found;
}

using texts = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(contacts)

BOOST_AUTO_TEST_CASE(types_have_their_wire_names) {
    for (const auto type : {contact_type::ephemeral, contact_type::identified, contact_type::curated})
        BOOST_TEST((contact_type_from(to_string(type)) == type));
    BOOST_TEST(to_string(contact_type::ephemeral) == "Ephemeral");
    BOOST_TEST(!contact_type_from("curated").has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_profile_carries_nothing) {
    BOOST_TEST(values({}).empty());
}

BOOST_AUTO_TEST_CASE(a_profile_carries_all_its_phones_and_addresses) {
    auto profile = with_phones({"+13175550101", "+13175550102", "+13175550103", "+13175550104"});
    profile.emails = {"A@example.com", "b@example.com", "c@example.com"};
    const texts expected{"Phone +13175550101",  "Phone +13175550102",  "Phone +13175550103", "Phone +13175550104",
                         "Email a@example.com", "Email b@example.com", "Email c@example.com"};
    BOOST_TEST(values(profile) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_same_number_in_two_fields_is_carried_once) {
    auto profile = with_phones({"+13175550101", "(317) 555-0101"});
    profile.emails = {"a@example.com", "", "A@EXAMPLE.com"};
    const texts expected{"Phone +13175550101", "Email a@example.com"};
    BOOST_TEST(values(profile) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_unreadable_phone_is_carried_as_typed_only_with_a_digit) {
    const texts expected{"Phone desk 42"};
    BOOST_TEST(values(with_phones({"desk 42", "ask Bob"})) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_address_too_long_for_an_identifier_is_not_carried) {
    contact_profile profile;
    profile.emails[0].assign(244, 'a').append("@example.com");
    BOOST_TEST(values(profile).empty());
}

BOOST_AUTO_TEST_CASE(names_custom_fields_and_urls_carry_nothing) {
    contact_profile profile;
    profile.first_name = "+13175550101";
    profile.title = "a@example.com";
    profile.external_system_url = "https://crm.example/a@example.com";
    profile.custom_fields = {{"phone", R"("+13175550101")"}, {"email", R"("a@example.com")"}};
    BOOST_TEST(values(profile).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
